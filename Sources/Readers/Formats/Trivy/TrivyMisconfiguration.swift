internal import Findings
internal import Syntax

extension TrivyResult {
  /// A check that failed; nil for one that passed.
  func misconfiguration(_ entry: JSON, _ rules: inout TrivyRules) throws(SyntaxError) -> Finding? {
    let id = try entry.requiredString("ID")
    let status = try entry.optionalString("Status") ?? "FAIL"
    if status == "PASS" { return nil }
    let severity = try entry.optionalString("Severity")
    let message = try entry.optionalString("Message")
    let cause = entry["CauseMetadata"]
    let rule = rules.rule(id, entry)

    let isObject = subject.object != nil
    var location = subject.location(path: isObject ? nil : path(target))
    location.line = cause["StartLine"].int.flatMap { $0 > 0 ? $0 : nil }
    location.endLine = cause["EndLine"].int.flatMap { $0 > 0 ? $0 : nil }
    location.resource = subject.object ?? cause["Resource"].nonEmpty
    let place = Place(
      path: location.path ?? "",
      line: location.line,
      snippet: message.flatMap { SnippetDigest.of(isObject ? withoutTarget($0) : $0) }
    )
    var finding = Finding(
      rule: rule,
      severity: severity.map { Severity(word: $0) } ?? .unknown,
      scannerSeverity: severity,
      title: rule.name,
      message: MarkdownText.clean(message),
      location: location,
      identity: subject.identity(ofCheck: id, resource: location.resource, at: place),
      identifiers: IdentifierSet([entry["AVDID"].string].compactMap { $0 }).sorted
    )
    if status == "EXCEPTION" { finding.suppression = Suppression(justification: "excepted") }
    return finding
  }

  /// A message without the name of the target, an object whose name may end in a pod's hash.
  private func withoutTarget(_ message: String) -> String {
    guard let name = target.split(separator: "/").last else { return message }
    return message.replacing(name, with: "")
  }

  /// A secret; Trivy masks it before it writes the line it stands in.
  func secret(_ entry: JSON, _ rules: inout TrivyRules) throws(SyntaxError) -> Finding? {
    let id = try entry.requiredString("RuleID")
    let severity = try entry.optionalString("Severity")
    let title = try entry.optionalString("Title") ?? id
    let match = try entry.optionalString("Match")

    var location = subject.location(path: path(target))
    location.line = try entry.optionalInt("StartLine")
    location.endLine = try entry.optionalInt("EndLine")
    let place = Place(
      path: location.path ?? "",
      line: location.line,
      logical: subject.object,
      snippet: match.flatMap { SnippetDigest.of($0) }
    )
    return Finding(
      rule: Rule(id: id, name: MarkdownText.line(title)),
      severity: severity.map { Severity(word: $0) } ?? .high,
      scannerSeverity: severity,
      title: MarkdownText.line(title, hiding: Redaction(hiding: [match].compactMap { $0 })),
      location: location,
      identity: .secret(rule: id, digest: nil, at: place)
    )
  }

  /// A licence that Trivy was asked to judge.
  func license(_ entry: JSON, _ rules: inout TrivyRules) throws(SyntaxError) -> Finding? {
    let name = try entry.requiredString("Name")
    let severity = try entry.optionalString("Severity")
    let category = try entry.optionalString("Category").map { " (\($0))" } ?? ""
    let file = try entry.optionalString("FilePath").flatMap { $0.isEmpty ? nil : path($0) }
    let owner = try entry.optionalString("PkgName").flatMap { $0.isEmpty ? nil : $0 }
    let package = Package(
      ecosystem: owner == nil ? "" : TrivyEcosystem.type(of: type),
      name: owner ?? ""
    )

    var location = subject.location(path: file)
    location.package = owner == nil ? nil : package
    let rule = Rule(
      id: "license/\(MarkdownText.line(name))",
      references: Links.among(entry["Link"])
    )
    return Finding(
      rule: rule,
      severity: severity.map { Severity(word: $0) } ?? .unknown,
      scannerSeverity: severity,
      title: MarkdownText.line("Licence \(name)\(category) of \(owner ?? file ?? target)"),
      location: location,
      identity: subject.identity(of: rule.id, package, in: file ?? Redaction.masked(path(target)))
    )
  }
}
