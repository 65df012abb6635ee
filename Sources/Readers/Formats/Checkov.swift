internal import Findings
internal import Syntax

/// Checkov: checks of infrastructure as code, and of the secrets and packages beside it.
public enum Checkov: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "checkov",
    title: "Checkov JSON",
    provenOn: "Checkov 1.0, 2.0, 2.2 and 3.3",
    produce: "checkov --directory . --output json --soft-fail > checkov.json",
    finding: """
      One failed check of one resource. Identity: check and resource address. Checks skipped by a \
      comment are suppressed, with its words. Without an account Checkov states no severity.
      """,
    outcome: "Partial if files could not be parsed. A run that found nothing to check is complete.",
    precedence: 3
  )

  /// One framework's report, a list of several, or the short one of a run with nothing to check.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    if root.isArray { return root.elements.prefix(20).contains(where: isFramework) }
    return isFramework(root) || isEmptyRun(root)
  }

  /// Each framework's failed and skipped checks.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    let frameworks = root.isArray ? Array(root.elements) : [root]
    var reading = Reading(scanner: format.name, category: category(of: frameworks))
    for framework in frameworks {
      do {
        if isEmptyRun(framework) {
          reading.addSummary(framework)
        } else {
          try reading.add(framework, report.digests)
        }
      } catch {
        reading.skipped.add(ReadError(error))
      }
    }
    return reading
  }

  private static func isFramework(_ root: JSON) -> Bool {
    root["check_type"].string != nil && root["results"].kind != .missing
  }

  private static func isEmptyRun(_ root: JSON) -> Bool {
    root["checkov_version"].string != nil && root["passed"].int != nil && root["failed"].int != nil
  }

  /// What was checked, if it was one kind.
  private static func category(of frameworks: [JSON]) -> Category {
    let types = frameworks.compactMap { $0["check_type"].string }
    if types.isEmpty { return .iac }
    if types.allSatisfy({ $0 == "secrets" }) { return .secrets }
    return types.allSatisfy { $0.hasPrefix("sca_") } ? .dependency : .iac
  }
}

extension Reading {
  /// Adds the counts of a run or a framework.
  fileprivate mutating func addSummary(_ summary: JSON) {
    scannerVersion = scannerVersion ?? summary["checkov_version"].nonEmpty
    let broken = summary["parsing_errors"].int ?? summary["parsingerrors"].int ?? 0
    if broken > 0 { gaps.append("files that could not be parsed: \(broken)") }
  }

  fileprivate mutating func add(
    _ framework: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) {
    let kind = try framework.requiredString("check_type")
    let results = try framework.requiredObject("results")
    let summary = framework["summary"]
    let passed = try results.strictArray("passed_checks")
    checks.passed += summary["passed"].int ?? passed.elements.count { _ in true }

    let broken = try results.strictArray("parsing_errors").strings
    if broken.isEmpty {
      addSummary(summary)
    } else {
      scannerVersion = scannerVersion ?? summary["checkov_version"].nonEmpty
      let names = broken.prefix(3).map {
        MarkdownText.line(PathNormalisation.normalised($0), limit: 120)
      }
      let rest = broken.count > 3 ? " and \(broken.count - 3) more" : ""
      gaps.append("could not be parsed: \(names.joined(separator: ", "))\(rest)")
    }

    collect(try results.requiredArray("failed_checks").elements) { entry throws(SyntaxError) in
      try CheckovCheck(entry, of: kind).finding(digests)
    }
    collect(try results.strictArray("skipped_checks").elements) { entry throws(SyntaxError) in
      var finding = try CheckovCheck(entry, of: kind).finding(digests)
      let comment = entry["check_result"]["suppress_comment"].string
      finding.suppression = Suppression(justification: MarkdownText.clean(comment))
      return finding
    }
  }
}
