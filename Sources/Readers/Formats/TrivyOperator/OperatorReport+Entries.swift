internal import Findings
internal import Syntax

// What the lists hold.
extension OperatorReport {
  /// A vulnerability of a package.
  func vulnerability(_ entry: JSON) throws(SyntaxError) -> Finding? {
    let id = MarkdownText.line(try entry.requiredString("vulnerabilityID"))
    let severity = try entry.requiredString("severity")
    let package = try package(entry)
    let target = entry["target"].nonEmpty
    let isSystem = entry["class"].equals("os-pkgs") || target?.hasSuffix(")") ?? true
    let path = entry["packagePath"].nonEmpty ?? (isSystem ? nil : target)
    let rule = Rule(
      id: id,
      name: entry["title"].nonEmpty.map { MarkdownText.line($0) },
      description: MarkdownText.clean(entry["description"].string),
      references: Links.among([entry["primaryLink"].string].compactMap { $0 })
        + Links.among(entry["links"])
    )
    let names = IdentifierSet([id])
    var location = subject.location(path: path.map { MarkdownText.path($0) })
    location.package = package
    return Finding(
      rule: rule,
      severity: Severity(word: severity),
      scannerSeverity: severity,
      title: rule.name == id ? MarkdownText.line("\(id) in \(package.name)") : rule.name,
      location: location,
      identity: subject.identity(of: names.advisory ?? id, package, in: location.path ?? ""),
      identifiers: names.sorted,
      cvss: entry["score"].double.map { CVSS(score: $0) }
    )
  }

  /// The package; older reports name neither its package URL nor its type.
  private func package(_ entry: JSON) throws(SyntaxError) -> Package {
    let name = try entry.requiredString("resource")
    let scheme = entry["packagePURL"].string.map { $0.dropFirst(4).prefix { $0 != "/" } } ?? ""
    let type = entry["packageType"].nonEmpty ?? family
    let ecosystem = scheme.isEmpty ? TrivyEcosystem.type(of: type) : scheme.lowercased()
    return Package(
      ecosystem: ecosystem,
      name: ecosystem == "maven" ? name.exchanging(":", for: "/") : name,
      version: entry["installedVersion"].nonEmpty,
      fixedIn: entry["fixedVersion"].nonEmpty
    )
  }

  /// A check that failed; nil for one that passed.
  func check(_ entry: JSON) throws(SyntaxError) -> Finding? {
    guard let check = try OperatorCheck(entry) else { return nil }
    return check.finding(
      severity: check.severity,
      location: subject.location(path: nil),
      identity: subject.identity(
        ofCheck: check.rule.id,
        resource: nil,
        at: Place(path: subject.object ?? "")
      )
    )
  }

  /// A secret in an image; Trivy masks it before it writes the line it stands in.
  func secret(_ entry: JSON) throws(SyntaxError) -> Finding? {
    let id = MarkdownText.line(try entry.requiredString("ruleID"))
    let severity = try entry.requiredString("severity")
    let title = try entry.optionalString("title") ?? id
    let match = try entry.optionalString("match")
    let path = MarkdownText.path(try entry.requiredString("target"))
    let place = Place(
      path: path,
      logical: subject.object,
      snippet: match.flatMap { SnippetDigest.of($0) }
    )
    return Finding(
      rule: Rule(id: id, name: MarkdownText.line(title)),
      severity: Severity(word: severity),
      scannerSeverity: severity,
      title: MarkdownText.line(title, hiding: Redaction(hiding: [match].compactMap { $0 })),
      location: subject.location(path: path),
      identity: .secret(rule: id, digest: nil, at: place)
    )
  }
}
