import Findings

@testable import Readers

/// What we make of a report beside what the reference makes of it.
struct Comparison: Sendable {
  /// One thing in which the two differ.
  enum Subject: String, Sendable, CaseIterable {
    /// Our occurrences and the reference's findings.
    case findings
    /// Our occurrences and the report's own records of problems.
    case records
    /// Our occurrences and the reference's findings, severity by severity.
    case severities
    /// A scan that is not complete.
    case outcome
  }

  let report: CorpusReport
  let format: String
  let reading: Reading

  /// How many problems we say the report reports.
  var occurrences: Int { reading.findings.reduce(0) { $0 + $1.occurrences } }

  /// Our occurrences by severity.
  var bySeverity: [Severity: Int] {
    reading.findings.reduce(into: [:]) { $0[$1.severity, default: 0] += $1.occurrences }
  }

  /// In what the two differ.
  var differences: [Subject] {
    Subject.allCases.filter { subject in
      switch subject {
      case .findings: occurrences != report.findings
      case .records: report.records.map { $0 != occurrences } ?? false
      case .severities: bySeverity != report.bySeverity
      case .outcome: reading.outcome != .complete
      }
    }
  }

  /// The two sides of a difference in words.
  func sides(of subject: Subject) -> String {
    switch subject {
    case .findings: "\(occurrences) found, reference \(report.findings)"
    case .records: "\(occurrences) found, \(report.records ?? -1) records"
    case .severities: "\(words(bySeverity)), reference \(words(report.bySeverity))"
    case .outcome: "\(reading.outcome), \(reading.skipped.count) skipped"
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
