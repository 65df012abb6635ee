internal import Findings
internal import Reconciliation

/// How old a project's open findings are, by severity.
struct Ages: Sendable {
  private var firstSeen: [[Instant]]

  /// The ages of entries that count as open.
  init(_ entries: [Entry]) {
    firstSeen = Severity.allCases.map { _ in [] }
    for index in entries.indices where entries[index].state.countsAsOpen {
      firstSeen[entries[index].finding.severity.rank].append(entries[index].firstSeen)
    }
    for rank in firstSeen.indices { firstSeen[rank].sort() }
  }

  private init(_ firstSeen: [[Instant]]) {
    self.firstSeen = firstSeen
  }

  /// All projects' together.
  static func combined(_ all: [Ages]) -> Ages {
    Ages(Severity.allCases.map { severity in all.flatMap { $0.firstSeen[severity.rank] }.sorted() })
  }

  /// The first of all to be seen.
  var oldest: Instant? { firstSeen.compactMap(\.first).min() }

  /// The days that half of one severity's findings have been open for at most.
  func median(_ severity: Severity, at moment: Instant) -> Int? {
    let moments = firstSeen[severity.rank]
    return moments.isEmpty ? nil : moment.days(since: moments[moments.count / 2])
  }

  /// The days that half of all findings have been open for at most.
  func median(at moment: Instant) -> Int? {
    let moments = firstSeen.joined().sorted()
    return moments.isEmpty ? nil : moment.days(since: moments[moments.count / 2])
  }
}
