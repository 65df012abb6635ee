internal import Findings
internal import Syntax

/// MobSF: static analysis of built Android and iOS applications.
public enum MobSF: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "mobsf",
    title: "MobSF JSON",
    provenOn: "MobSF 3.1 and 4.0, static analysis of APKs",
    produce: """
      curl --fail -H "Authorization: $MOBSF_API_KEY" -d "hash=HASH" \
      "$MOBSF_URL/api/v1/report_json" > mobsf.json
      """,
    finding: """
      One finding of a section: manifest, certificate, network, binary, file, a rule of the code in \
      one file, a dangerous permission, an open Firebase database. Identity: the rule; place: path, \
      component, lines. Strings, URLs, uses of the platform's API and possible secrets are lists for \
      review and no findings.
      """,
    outcome: "What is good or secure is counted as passed, what is suppressed as muted.",
    precedence: 3
  )

  /// The application's facts beside sections.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["code_analysis"].kind != .missing && root["permissions"].kind != .missing
      && root["md5"].exists
  }

  /// Each finding of each section.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    let version = root["version"].string?.trimmingPrefix("v").split(separator: " ").first
    reading.scannerVersion = version.map { MarkdownText.line(String($0), limit: 40) }
    for (section, list, kind) in MobSFSection.lists {
      reading.collect(MobSFSection.entries(of: root[member: section], list), report) {
        entry throws(SyntaxError) in try kind(entry)
      }
    }
    reading.collect(MobSFSection.rules(root["code_analysis"]), report) {
      rule throws(SyntaxError) in try MobSFSection.code(rule.key, rule.value)
    }
    reading.collect(MobSFSection.permissions(root["permissions"]), report) { $0 }
    return reading
  }
}

extension Reading {
  /// Adds the results of a section's entries, of which what is good is a check that passed.
  fileprivate mutating func collect<Entry>(
    _ entries: Result<[Entry], SyntaxError>,
    _ report: Report,
    _ results: (Entry) throws(SyntaxError) -> [CodeResult]
  ) {
    do {
      for entry in try entries.get() {
        do {
          for result in try results(entry) {
            switch result.severity.word {
            case "good", "secure", "normal": checks.passed += 1
            case "suppressed": checks.muted += 1
            default: findings.append(result.finding(report.digests))
            }
          }
        } catch {
          skipped.add(ReadError(error))
        }
      }
    } catch {
      skipped.add(ReadError(error))
    }
  }
}
