internal import Findings

/// A project's ledger while it is made, stream by stream.
///
/// Entries are changed where they lie, and only if something changes: a project of which nothing
/// was learnt keeps its entries without a copy.
struct ProjectReconciliation {
  private var entries: [Entry]
  private var scans: [Scan] = []
  private var trend: [TrendPoint]
  private let isBaseline: Bool
  private let moment: Instant
  private let options: ReconcileOptions
  /// The streams not dealt with yet: their entries, as positions, and their last scans.
  private var rest: [Stream: Known] = [:]
  private var mint: IdentifierMint?

  /// What is known of a stream.
  private struct Known {
    var scan: Scan?
    var entries: [Int] = []
  }

  init(since previous: ProjectLedger?, at moment: Instant, options: ReconcileOptions) {
    entries = previous?.entries ?? []
    trend = previous?.trend ?? []
    isBaseline = previous == nil
    self.moment = moment
    self.options = options
    for scan in previous?.scans ?? [] { rest[scan.stream] = Known(scan: scan) }
    for index in entries.indices {
      rest[entries[index].stream, default: Known()].entries.append(index)
    }
  }

  /// Keeps what an unchanged stream said before.
  mutating func keep(_ stream: Stream) {
    guard let known = rest[stream], let scan = known.scan else { return }
    rest[stream] = nil
    scans.append(scan)
    for index in known.entries where !entries[index].isKept { entries[index].keep() }
  }

  /// Keeps what a stream said before, which the same bytes, written later, say again.
  mutating func confirm(_ today: Scan) {
    guard let known = rest.removeValue(forKey: today.stream), var scan = known.scan else { return }
    scan.artifacts = today.artifacts
    scan.alternates = today.alternates
    scan.observedAt = today.observedAt
    if scan.outcome == .complete { scan.completeAt = today.observedAt }
    scans.append(scan)
    for index in known.entries {
      entries[index].keep()
      if entries[index].state == .open || entries[index].state == .suppressed {
        entries[index].lastSeen = moment
      }
    }
  }

  /// Forgets a stream that nobody expects any more.
  mutating func retire(_ stream: Stream) {
    guard let known = rest.removeValue(forKey: stream) else { return }
    for index in known.entries {
      if entries[index].isLive {
        entries[index].close(removedBecause: "its scan is retired", at: moment)
      } else {
        entries[index].carry()
      }
    }
  }

  /// Compares a stream's scan with what is known of the stream.
  mutating func take(_ reading: StreamReading) {
    let stream = reading.scan.stream
    let known = rest.removeValue(forKey: stream) ?? Known()
    let live = known.entries.filter { entries[$0].isLive }
    let closed = known.entries.filter { !entries[$0].isLive }
    for index in closed where !entries[index].isCarried { entries[index].carry() }
    let recognition = Recognition(
      reading,
      entries: entries,
      live: live,
      closed: closed.filter { mayReopen(entries[$0]) },
      options: options
    )
    for match in recognition.known {
      entries[match.entry].see(
        recognition.findings[match.finding],
        by: match.pass,
        at: moment
      )
    }
    let conclusion = Conclusion(reading, since: known.scan, at: moment)
    for index in recognition.unseen where !conclusion.isKnown(of: entries[index]) {
      conclusion.apply(to: &entries[index])
    }
    add(recognition, to: stream)
    scans.append(conclusion.scan(vanished: recognition.unseen.count, of: live.count, recognition))
  }

  /// Marks as missing what has not been heard of today.
  mutating func missTheRest() {
    for stream in rest.keys.sorted() {
      let before = rest[stream]?.scan
      var scan = Scan(stream: stream, outcome: .missing)
      scan.observedAt = before?.observedAt
      scan.completeAt = before?.completeAt
      scan.reader = before?.reader
      let seen = before?.observedAt.map { "no artifact; last seen \($0.date)" }
      scan.reason = seen ?? "no artifact"
      take(StreamReading(scan: scan))
    }
  }

  /// The finished ledger.
  func ledger(of project: String) -> ProjectLedger {
    var entries = entries
    let oldest = moment.seconds - Int64(options.keepClosedDays) * 86_400
    if entries.indices.contains(where: { isExpired(entries[$0], oldest: oldest) }) {
      entries.removeAll { isExpired($0, oldest: oldest) }
    }
    // Only what is new stands at the wrong place.
    if mint != nil { entries.sort { $0.id < $1.id } }
    let point = TrendPoint(at: moment, totals: Totals(of: entries))
    let isNews = trend.last.map { !point.repeats($0) } ?? true
    return ProjectLedger(
      name: project,
      isBaseline: isBaseline,
      scans: scans.sorted { $0.stream < $1.stream },
      entries: entries,
      trend: isNews ? trend + [point] : trend
    )
  }

  private func isExpired(_ entry: Entry, oldest: Int64) -> Bool {
    guard let closed = entry.fixedAt else { return false }
    return closed.seconds < oldest
  }

  private func mayReopen(_ entry: Entry) -> Bool {
    guard let closed = entry.fixedAt else { return false }
    return moment.seconds - closed.seconds <= Int64(options.reopenWithinDays) * 86_400
  }

  private mutating func add(_ recognition: Recognition, to stream: Stream) {
    guard !recognition.new.isEmpty else { return }
    var mint = self.mint ?? IdentifierMint(used: entries.lazy.map(\.id))
    for new in recognition.new {
      let finding = recognition.findings[new.finding]
      var entry = Entry(
        id: mint.mint(for: finding, in: stream),
        stream: stream,
        finding: finding,
        firstSeen: moment
      )
      entry.possiblyMovedFrom = new.candidates.map { entries[$0].id }.sorted()
      if !entry.possiblyMovedFrom.isEmpty {
        let origins = entry.possiblyMovedFrom.joined(separator: ", ")
        entry.history[0].note = "possibly moved from \(origins)"
      }
      entries.append(entry)
    }
    self.mint = mint
  }
}
