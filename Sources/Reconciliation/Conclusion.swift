internal import Findings

/// What a stream's scan proves about the findings that it does not show.
struct Conclusion {
  private let reading: StreamReading
  private let before: Scan?
  private let moment: Instant
  /// Why a scan that is not complete proves nothing.
  private let doubt: String

  /// Of a scan of which more than this many findings vanished, and more than this share of them,
  /// one should ask whether it still looks at everything.
  private static let suspicious = (count: 10, percent: 70)

  init(_ reading: StreamReading, since before: Scan?, at moment: Instant) {
    self.reading = reading
    self.before = before
    self.moment = moment
    doubt = Self.doubt(reading.scan)
  }

  private static func doubt(_ scan: Scan) -> String {
    let cause =
      switch scan.outcome {
      case .complete, .missing: ""
      case .partial: "the scan is partial and does not show it"
      case .failed: "the scan failed"
      }
    return [cause, scan.reason].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// Closes an entry that is not seen if the scan is complete; else it becomes unknown.
  func apply(to entry: inout Entry) {
    if reading.scan.outcome == .complete {
      entry.close(removedBecause: reasonNotFixed(entry), at: moment)
    } else {
      entry.lose(because: doubt, at: moment)
    }
  }

  /// Whether the entry says already what the scan proves.
  func isKnown(of entry: Entry) -> Bool {
    reading.scan.outcome != .complete && entry.isLost(because: doubt)
  }

  /// Why an entry that a complete scan no longer shows is not fixed, but only removed.
  private func reasonNotFixed(_ entry: Entry) -> String? {
    if entry.stream.category == .secrets { return "no longer in the code; rotation not proved" }
    if let paths = reading.coveredPaths, !paths.contains(entry.finding.path) {
      return "its file is gone or no longer scanned"
    }
    if let rules = reading.coveredRules, !rules.contains(entry.finding.rule.id) {
      return "its rule is no longer checked"
    }
    return nil
  }

  /// The scan with what its comparison adds: when it was last complete, and what deserves a look.
  func scan(vanished: Int, of live: Int, _ recognition: Recognition) -> Scan {
    var scan = reading.scan
    if scan.outcome == .complete {
      scan.completeAt = scan.completeAt ?? scan.observedAt ?? moment
      if vanished > Self.suspicious.count, vanished * 100 > live * Self.suspicious.percent {
        scan.notes.append(
          "\(vanished) of \(live) findings are gone at once: does the scan still cover everything?"
        )
      }
    } else {
      scan.completeAt = scan.completeAt ?? before?.completeAt
    }
    if recognition.crowded > 0 {
      scan.notes.append(
        "\(recognition.crowded) groups of findings are too large to compare one by one: "
          + "only exact matches were recognised"
      )
    }
    return scan
  }
}
