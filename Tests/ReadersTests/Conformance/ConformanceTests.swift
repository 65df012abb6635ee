import Findings
import Foundation
import Syntax
import Testing

@testable import Readers

/// The readers against real reports, and against an independent count of what is in them.
@Suite(
  .enabled(if: Corpus.isThere, "no corpus in VIGIL_CORPUS or beside the checkout"),
  .serialized
)
struct ConformanceTests {
  /// The folders of the corpus whose every report is read, and by which reader.
  private static let formats = foundation.merging(secretsAndInfrastructure) { first, _ in first }
    .merging(packagesAndClouds) { first, _ in first }
    .merging(Corpus.codeFormats) { first, _ in first }
    .merging(Corpus.dynamicFormats) { first, _ in first }

  private static let foundation = [
    "aws_prowler": "prowler", "aws_prowler_v3plus": "prowler", "bandit": "bandit",
    "checkov": "checkov", "cyclonedx": "cyclonedx", "gitlab_api_fuzzing": "gitlab",
    "gitlab_container_scan": "gitlab", "gitlab_dast": "gitlab", "gitlab_dep_scan": "gitlab",
    "gitlab_sast": "gitlab", "gitlab_secret_detection_report": "gitlab", "gitleaks": "gitleaks",
    "kubebench": "kube-bench", "npm_audit": "npm-audit", "npm_audit_7_plus": "npm-audit",
    "prowler": "prowler", "sarif": "sarif", "semgrep": "semgrep", "semgrep_pro": "semgrep",
    "trivy": "trivy", "trivy_operator": "trivy-operator", "zap": "zap",
  ]

  /// Prints each format's counts and each difference with its reason; a difference without one
  /// fails.
  @Test func everyDifferenceFromTheReferenceHasAReason() throws {
    var comparisons: [String: [Comparison]] = [:]
    for report in try Corpus.reports() {
      let parsed: Report
      do throws(ReadError) {
        parsed = try Self.report(report)
      } catch {
        #expect(Self.format(of: report) == nil, "\(report.path): \(error)")
        continue
      }
      guard let reader = try? reader(for: parsed) else {
        #expect(Self.format(of: report) == nil, "\(report.path) is not read")
        continue
      }
      let format = reader.format.name
      #expect(Self.format(of: report) ?? format == format, "\(report.path)")
      let reading = try read(parsed)
      comparisons[format, default: []]
        .append(Comparison(report: report, format: format, reading: reading))
    }
    var used: Set<String> = []
    for format in comparisons.keys.sorted() {
      used.formUnion(compare(comparisons[format] ?? [], as: format))
    }
    let unproven = Self.formatsBeyondTheCorpus.union(Self.packagesBeyondTheCorpus)
      .union(Corpus.formatsWithoutReports)
    #expect(Set(comparisons.keys) == Set(readers.map { $0.format.name }).subtracting(unproven))
    #expect(Set(Reason.table.map(\.words)).subtracting(used).isEmpty, "reasons for nothing")
  }

  /// Prints a format's part and gives the reasons it needed.
  private func compare(_ comparisons: [Comparison], as format: String) -> Set<String> {
    func sum(_ count: (Comparison) -> Int) -> Int { comparisons.reduce(0) { $0 + count($1) } }
    print(
      """
      \(format): \(comparisons.count) reports read, \(sum { $0.occurrences }) occurrences of \
      \(sum { $0.reading.findings.count }) findings; reference \(sum { $0.report.findings }), \
      records \(sum { $0.report.records ?? $0.occurrences })
      """
    )
    var used: Set<String> = []
    for comparison in comparisons {
      for subject in comparison.differences {
        let reason = Reason.reason(for: subject, of: comparison)
        let line = "\(comparison.report.path): \(comparison.sides(of: subject))"
        print("  \(line): \(reason?.words ?? "UNEXPLAINED")")
        #expect(reason != nil, "\(subject) of \(line)")
        if let reason { used.insert(reason.words) }
      }
    }
    return used
  }

  @Test func everyAdvisoryThatTheReferenceListsIsNamed() throws {
    var count = 0
    // testssl.sh names CVEs in rows that are facts and no findings.
    for report in try Corpus.reports() where report.tool != "testssl" {
      guard let parsed = try? Self.report(report), let reading = try? read(parsed) else { continue }
      let ours = Set(reading.findings.flatMap(\.identifiers).map(\.value))
      let theirs = try report.advisories().subtracting(Self.closed[report.path] ?? [])
      #expect(theirs.subtracting(ours).isEmpty, "\(report.path)")
      count += theirs.count
    }
    #expect(count > 0)
  }

  @Test func noSecretThatARealReportQuotesLeavesItsReader() throws {
    var count = 0
    for report in try Corpus.reports()
    where ["gitleaks", "gitlab_secret_detection_report"].contains(report.tool) {
      let parsed = try Self.report(report)
      let text = transcript(of: .success(try read(parsed)))
      guard let root = parsed.json else { continue }
      for entry in (root.isArray ? root : root["vulnerabilities"]).elements {
        let quoted = [
          entry["Secret"].string, entry["Match"].string, entry["offender"].string,
          entry["raw_source_code_extract"].string,
        ]
        for secret in quoted.compactMap({ $0 }) where secret != "REDACTED" {
          #expect(!text.contains(secret), "\(report.path)")
          count += 1
        }
      }
    }
    #expect(count > 0)
  }

  /// A report that says nothing (`null`, `[]`) is known by the layout's scanner, which is the
  /// corpus's folder.
  private static func report(_ report: CorpusReport) throws(ReadError) -> Report {
    let bytes = (try? report.bytes()) ?? []
    let parsed = try report.parsed(bytes)
    guard parsed.saysNothing else { return parsed }
    return try report.parsed(bytes, scanner: format(of: report) ?? report.tool)
  }

  /// The format that reads a report: that of its file, if it is told, else that of its folder; nil if
  /// it is not meant to be read.
  private static func format(of report: CorpusReport) -> String? {
    if Corpus.unread[report.path] != nil { return nil }
    return formats[report.path] ?? formats[report.tool]
  }

  @Test func aReportIsRecognisedUnderAnyName() throws {
    for report in try Corpus.reports() {
      let bytes = try report.bytes()
      guard let parsed = try? report.parsed(bytes), !parsed.saysNothing else { continue }
      let renamed = try report.parsed(bytes, name: "report.dat")
      #expect(names(of: renamed) == names(of: parsed), "\(report.path)")
    }
  }

  /// No report has two readers, and what a reader makes of another's report is an error or a
  /// reading, never a crash.
  @Test func everyReaderStandsEveryReport() throws {
    var reports = 0
    for report in try Corpus.reports() {
      reports += 1
      guard let parsed = try? report.parsed(report.bytes()) else { continue }
      #expect(names(of: parsed).count < 2, "\(report.path): \(names(of: parsed))")
      for reader in readers { _ = try? reader.read(parsed) }
    }
    #expect(reports > 0)
  }

  private func names(of report: Report) -> [String] {
    readers.filter { $0.recognises(report) }.map { $0.format.name }
  }
}

extension Report {
  /// Whether the content is `null`, an empty list or object, or an object with no more than no
  /// results or an empty list.
  fileprivate var saysNothing: Bool {
    guard let json else { return false }
    return json.kind == .null || json.count == 0 && (json.isArray || json.isObject)
      || json.count == 1 && json.isObject && json["results"].kind == .null
      || json.count == 1 && json.members.contains { $0.value.isArray && $0.value.count == 0 }
  }
}
