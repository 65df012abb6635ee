internal import Findings

// What a run can do to an entry. Each event that a reader of its history would miss is recorded,
// and no other.
extension Entry {
  /// Whether the finding is there, as far as anybody knows.
  var isLive: Bool {
    switch state {
    case .open, .suppressed, .unknown: true
    case .fixed, .removed: false
    }
  }

  /// A scan shows the finding.
  mutating func see(_ seen: Finding, by pass: MatchPass, at moment: Instant) {
    let wasClosed = !isLive
    let wasUnknown = state == .unknown
    let closedAt = fixedAt
    differences = Difference.between(finding, seen)
    finding = seen
    state = seen.suppression == nil ? .open : .suppressed
    matchedBy = pass
    lastSeen = moment
    fixedAt = nil
    unknownSince = nil
    reason = nil
    let particulars = differences.filter { $0.field != "line" }.map(\.sentence)
      .joined(separator: "; ")
    if wasClosed {
      change = .reopened
      let since = closedAt.map { "closed since \($0.date)" } ?? "closed before"
      record(particulars.isEmpty ? since : "\(since); \(particulars)", at: moment)
    } else if differences.contains(where: { !$0.isOfPlace }) {
      change = .changed
      record(particulars, at: moment)
    } else if !differences.isEmpty {
      change = .moved
      if !particulars.isEmpty { record(particulars, at: moment) }
    } else {
      change = .unchanged
    }
    if wasUnknown, particulars.isEmpty { record("confirmed again", at: moment) }
  }

  /// Whether `keep` would change nothing.
  var isKept: Bool {
    switch state {
    case .open, .suppressed: change == .unchanged
    case .unknown, .fixed, .removed: isCarried
    }
  }

  /// Whether `carry` would change nothing.
  var isCarried: Bool { change == .carried && matchedBy == nil && differences.isEmpty }

  /// The artifact that shows the finding, or does not, is the same as in the run before.
  mutating func keep() {
    guard !isKept else { return }
    switch state {
    case .open, .suppressed:
      change = .unchanged
      matchedBy = .place
      differences = []
    case .unknown, .fixed, .removed:
      carry()
    }
  }

  /// Nothing was learnt of the finding: it stays as it was.
  mutating func carry() {
    change = .carried
    matchedBy = nil
    differences = []
  }

  /// A complete scan no longer shows the finding; it is removed if there is a reason not to call it
  /// fixed.
  mutating func close(removedBecause reason: String?, at moment: Instant) {
    state = reason == nil ? .fixed : .removed
    change = reason == nil ? .fixed : .removed
    self.reason = reason
    matchedBy = nil
    differences = []
    fixedAt = moment
    unknownSince = nil
    record(reason ?? "", at: moment)
  }

  /// Whether `lose` would change nothing.
  func isLost(because reason: String) -> Bool {
    isCarried && (state == .suppressed || (state == .unknown && self.reason == reason))
  }

  /// No scan can tell whether the finding is still there.
  mutating func lose(because reason: String, at moment: Instant) {
    carry()
    // What somebody decided to live with needs no proof.
    guard state != .suppressed else { return }
    self.reason = reason
    guard state != .unknown else { return }
    state = .unknown
    unknownSince = moment
    record("unknown: \(reason)", at: moment)
  }

  private mutating func record(_ note: String, at moment: Instant) {
    history.append(Event(at: moment, change: change, note: note))
  }
}
