internal import Findings
internal import Syntax

/// One report about one workload: its images' packages, its configuration, its images' secrets.
struct OperatorReport {
  /// The custom resource.
  let object: JSON
  /// Its kind, such as `VulnerabilityReport`.
  let kind: String
  /// The version of the scanner that the operator ran.
  let scannerVersion: String?
  private let subject: TrivySubject
  private let family: String

  init(_ object: JSON) throws(SyntaxError) {
    self.object = try object.asObject()
    kind = try object.requiredString("kind")
    let report = object["report"]
    scannerVersion = report["scanner"]["version"].nonEmpty.map { MarkdownText.line($0) }
    subject = TrivySubject(
      image: Self.image(report),
      object: MarkdownText.path(Self.workload(object["metadata"]))
    )
    family = report["os"]["family"].string ?? ""
  }

  /// The entries of one of the report's lists.
  func entries(_ key: StaticString) throws(SyntaxError) -> JSON.Elements {
    try object.requiredObject("report").requiredArray(key).elements
  }

  /// What the labels say of the audited object; else its owner, or the report itself.
  private static func workload(_ metadata: JSON) -> String {
    let labels = metadata["labels"]
    if let name = labels["trivy-operator.resource.name"].nonEmpty {
      return WorkloadName.address(
        namespace: labels["trivy-operator.resource.namespace"].nonEmpty,
        kind: labels["trivy-operator.resource.kind"].nonEmpty,
        name: name
      )
    }
    let owner = metadata["ownerReferences"][0]
    return WorkloadName.address(
      namespace: metadata["namespace"].nonEmpty,
      kind: owner["kind"].nonEmpty,
      name: owner["name"].nonEmpty ?? metadata["name"].string ?? ""
    )
  }

  private static func image(_ report: JSON) -> String {
    let artifact = report["artifact"]
    guard let repository = artifact["repository"].nonEmpty else { return "" }
    let server = report["registry"]["server"].nonEmpty.map { $0 + "/" } ?? ""
    let tag = artifact["tag"].nonEmpty.map { ":" + $0 }
    let digest = artifact["digest"].nonEmpty.map { "@" + $0 }
    return MarkdownText.path(server + repository + (tag ?? digest ?? ""))
  }
}

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
      name: ecosystem == "maven" ? name.replacing(":", with: "/") : name,
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
