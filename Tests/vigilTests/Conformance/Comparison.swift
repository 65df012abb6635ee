import Findings

/// What the program makes of a report beside what the reference makes of it.
struct Comparison: Sendable {
  /// One thing in which the two may differ.
  enum Subject: String, Sendable, CaseIterable {
    /// A report that no reader recognises.
    case recognition
    /// Our occurrences and the reference's findings.
    case findings
    /// Our occurrences and the report's own records of problems.
    case records
    /// Our occurrences and the reference's findings, severity by severity.
    case severities
    /// A scan that is not complete.
    case outcome
    /// Paths that the reference lists and we do not have.
    case paths
    /// Lines, each in its path.
    case lines
    /// Numbers of advisories.
    case advisories
    /// Numbers of weaknesses.
    case weaknesses
    /// Names of components.
    case components
    /// Versions, each of its component.
    case versions

    /// Those that are compared with the reference's list of findings.
    static let listed: [Subject] = [
      .paths, .lines, .advisories, .weaknesses, .components, .versions,
    ]
  }

  let report: CorpusReport
  let reading: ProgramReading
  /// How many different values the reference lists.
  let listed: [Subject: Int]
  /// Those that we do not have.
  let missing: [Subject: Set<String>]

  init(_ report: CorpusReport, _ reading: ProgramReading, listed findings: [ListedFinding]) {
    self.report = report
    self.reading = reading
    let facts = Facts(reading)
    var listed: [Subject: Set<String>] = [:]
    var missing: [Subject: Set<String>] = [:]
    for finding in findings {
      for (subject, value, isThere) in facts.compare(finding) {
        listed[subject, default: []].insert(value)
        if !isThere { missing[subject, default: []].insert(value) }
      }
    }
    self.listed = listed.mapValues(\.count)
    self.missing = missing
  }

  /// How many problems we say the report reports.
  var occurrences: Int { reading.findings.reduce(0) { $0 + $1.occurrences } }

  /// Our occurrences by severity.
  var bySeverity: [Severity: Int] {
    reading.findings.reduce(into: [:]) { $0[$1.severity, default: 0] += $1.occurrences }
  }

  /// In what the two differ.
  var differences: [Subject] {
    guard reading.reader != nil else { return [.recognition] }
    return Subject.allCases.filter { subject in
      switch subject {
      case .recognition: false
      case .findings: occurrences != report.findings
      case .records: report.records.map { $0 != occurrences } ?? false
      case .severities: bySeverity != report.bySeverity
      case .outcome: reading.outcome != "complete"
      default: missing[subject] != nil
      }
    }
  }

  /// The two sides of a difference in words.
  func sides(of subject: Subject) -> String {
    switch subject {
    case .recognition: reading.reason
    case .findings: "\(occurrences) found, reference \(report.findings)"
    case .records: "\(occurrences) found, \(report.records ?? -1) records"
    case .severities: "\(words(bySeverity)), reference \(words(report.bySeverity))"
    case .outcome: "\(reading.outcome): \(reading.reason)"
    default:
      "\(missing[subject]?.count ?? 0) of \(listed[subject] ?? 0) not found: "
        + (missing[subject] ?? []).sorted().prefix(3).joined(separator: ", ")
    }
  }

  /// Whether the reference has the same but for some findings of one severity in another.
  func moves(_ severity: Severity, to other: Severity) -> Bool {
    let reference = report.bySeverity
    let moved = bySeverity[severity, default: 0] - reference[severity, default: 0]
    var ours = bySeverity
    ours[severity, default: 0] -= moved
    ours[other, default: 0] += moved
    return moved > 0
      && Severity.allCases.allSatisfy { ours[$0, default: 0] == reference[$0, default: 0] }
  }

  private func words(_ counts: [Severity: Int]) -> String {
    let present = Severity.allCases.filter { counts[$0, default: 0] > 0 }
    return present.isEmpty
      ? "none" : present.map { "\(counts[$0, default: 0]) \($0)" }.joined(separator: " ")
  }
}

extension [Severity: Int] {
  /// Whether there are at least as many of each severity.
  func hasAtLeast(_ other: Self) -> Bool { other.allSatisfy { self[$0, default: 0] >= $1 } }

  /// All of one severity counted as another.
  func moving(_ severity: Severity, to other: Severity) -> Self {
    var counts = self
    counts[other, default: 0] += counts.removeValue(forKey: severity) ?? 0
    return counts
  }
}
