import Findings

@testable import Readers

extension Reason {
  /// Reasons about dynamic tests, hosts and TLS.
  static let dynamic = dynamicFindings + dynamicSeverities + dynamicOutcomes

  private static let tlsScanners = ["ssl_labs", "sslscan", "sslyze"]

  /// Whether all findings are problems of TLS without a severity of the scanner's.
  private static func isTLS(_ comparison: Comparison) -> Bool {
    tlsScanners.contains(comparison.report.tool) && comparison.report.records == nil
      && comparison.reading.findings.allSatisfy { $0.severity == .unknown }
  }

  private static let dynamicFindings = [
    Reason(
      .findings,
      "problems of TLS are told by the scanners' own flags; the reference has a list of its own",
      holds: isTLS
    ),
    Reason(
      .findings,
      "one finding a detection; the reference merges those of one QID",
      about: "qualys",
      "qualys_webapp",
      holds: { comparison in
        comparison.report.records == nil
          && Set(comparison.reading.findings.map(\.rule.id)).count == comparison.report.findings
      }
    ),
    Reason(
      .findings,
      "a row of testssl.sh is one finding, INFO rows are facts; the reference has one for each CVE",
      about: "testssl",
      holds: { ($0.report.records ?? -1) - $0.occurrences == ($0.reading.gaps.isEmpty ? 0 : 1) }
    ),
    Reason(
      .findings,
      "WARN rows tell of the test and INFO rows are facts; the reference merges over hosts",
      about: "testssl/defectdojo_many_vuln.csv",
      holds: { $0.occurrences == 16 && $0.report.records == 17 }
    ),
    Reason(
      .records,
      "WARN rows tell of the test itself",
      about: "testssl/defectdojo_many_vuln.csv",
      holds: { $0.occurrences == 16 && $0.report.records == 17 }
    ),
    Reason(
      .records,
      "rows that differ in their CVE alone are one finding, blank ones none",
      about: "tenable",
      holds: { $0.occurrences == $0.report.findings }
    ),
  ]

  private static let dynamicSeverities = [
    Reason(
      .severities,
      "scanners of TLS state no severity: unknown; the reference makes one up",
      holds: isTLS
    ),
    Reason(
      .severities,
      "AppCheck's impact counts; the reference looks at CVSS scores",
      about: "appcheck_web_application_scanner",
      holds: { comparison in
        comparison.occurrences == comparison.report.findings
          && comparison.reading.findings.allSatisfy { $0.scannerSeverity?.contains(".0-") ?? false }
      }
    ),
    Reason(
      .severities,
      "Nessus' own severity counts; the reference looks at the CVSS 3 score",
      about: "tenable/nessus/issue_6992.nessus",
      holds: { $0.moves(.medium, to: .high) }
    ),
    Reason(
      .severities,
      "Nikto has no severities: unknown; the reference says info, or medium for a number of OSVDB's",
      about: "nikto",
      holds: { $0.bySeverity == [.unknown: $0.occurrences] }
    ),
    Reason(
      .severities,
      "one finding a detection; the reference merges those of one QID",
      about: "qualys",
      "qualys_webapp",
      holds: { $0.report.records == nil && $0.bySeverity.hasAtLeast($0.report.bySeverity) }
    ),
    Reason(
      .severities,
      "a row of testssl.sh is one finding, INFO rows are facts; the reference has one for each CVE",
      about: "testssl",
      holds: { comparison in
        comparison.reading.findings.allSatisfy { $0.severity < .info }
      }
    ),
  ]

  private static let dynamicOutcomes = [
    Reason(
      .outcome,
      "no endpoint was graded",
      about: "ssl_labs/none.json",
      holds: { $0.reading.outcome == .failed && $0.occurrences == 0 }
    ),
    Reason(
      .outcome,
      "the scan was still running",
      about: "burp_api",
      holds: { $0.reading.gaps == ["the scan's status is auditing"] }
    ),
    Reason(
      .outcome,
      "Nikto reached no host",
      about: "nikto/nikto-report-zero-vuln.xml",
      holds: { $0.reading.outcome == .failed && $0.occurrences == 0 }
    ),
  ]
}
