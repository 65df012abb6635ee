internal import Findings
internal import Syntax

// One of a report's results: what was found in one file, image or resource.
extension Reading {
  /// Adds everything that a result lists.
  mutating func add(_ result: JSON, of subject: TrivySubject, _ rules: inout TrivyRules) {
    do {
      let result = try TrivyResult(result, of: subject)
      try add(result, &rules)
    } catch {
      skipped.add(ReadError(error))
    }
  }

  private mutating func add(_ result: TrivyResult, _ rules: inout TrivyRules) throws(SyntaxError) {
    let entries = result.entries
    let misconfigurations = try entries.strictArray("Misconfigurations")
    let summary = entries["MisconfSummary"]
    checks.passed +=
      summary["Successes"].int
      ?? misconfigurations.elements.count { $0["Status"].equals("PASS") }
    checks.muted += summary["Exceptions"].int ?? 0

    // Before schema 2, a list without entries was null.
    let vulnerabilities = entries["Vulnerabilities"]
    let packages = try result.isLegacy ? vulnerabilities : entries.strictArray("Vulnerabilities")
    if packages.exists { try collect(packages.asArray().elements, result.vulnerability, &rules) }
    collect(misconfigurations.elements, result.misconfiguration, &rules)
    collect(try entries.strictArray("Secrets").elements, result.secret, &rules)
    collect(try entries.strictArray("Licenses").elements, result.license, &rules)
    let modified = try entries.strictArray("ExperimentalModifiedFindings")
    collect(modified.elements, result.modified, &rules)
  }

  private mutating func collect(
    _ entries: JSON.Elements,
    _ finding: (JSON, inout TrivyRules) throws(SyntaxError) -> Finding?,
    _ rules: inout TrivyRules
  ) {
    for entry in entries {
      do {
        if let finding = try finding(entry.asObject(), &rules) { findings.append(finding) }
      } catch {
        skipped.add(ReadError(error))
      }
    }
  }
}

/// What the entries of a result share.
struct TrivyResult {
  /// The result itself.
  let entries: JSON
  /// The file, image or resource, as Trivy names it.
  let target: String
  /// The package manager, distribution or configuration language.
  let type: String
  /// Whether packages are an operating system's: their target is the image's name, not a file.
  let isSystem: Bool
  /// Whether it is from before schema 2, which has no classes.
  let isLegacy: Bool
  /// What it was found in.
  let subject: TrivySubject

  init(_ result: JSON, of subject: TrivySubject) throws(SyntaxError) {
    entries = try result.asObject()
    target = try result.requiredString("Target")
    type = try result.optionalString("Type") ?? ""
    isLegacy = !result["Class"].exists
    isSystem = result["Class"].equals("os-pkgs") || isLegacy && target.hasSuffix(")")
    self.subject = subject
  }

  /// A file of the result: an image's is inside the image, a folder's is made relative.
  func path(_ path: String) -> String {
    subject.image.isEmpty ? PathNormalisation.normalised(path) : path
  }

  /// A finding that Trivy was told, or found out, to leave out.
  func modified(_ entry: JSON, _ rules: inout TrivyRules) throws(SyntaxError) -> Finding? {
    let entry = (type: try entry.requiredString("Type"), content: entry)
    let original = try entry.content.requiredObject("Finding")
    var finding =
      switch entry.type {
      case "vulnerability": try vulnerability(original, &rules)
      case "misconfiguration": try misconfiguration(original, &rules)
      case "secret": try secret(original, &rules)
      case "license": try license(original, &rules)
      default: throw entry.content.error("expected a known type of finding")
      }
    let reasons = [
      entry.content["Status"].string?.exchanging("_", for: " "),
      entry.content["Statement"].nonEmpty,
      entry.content["Source"].nonEmpty.map { "\(PathNormalisation.normalised($0))" },
    ]
    finding?.suppression = Suppression(
      justification: MarkdownText.clean(reasons.compactMap { $0 }.joined(separator: ", "))
    )
    return finding
  }
}
