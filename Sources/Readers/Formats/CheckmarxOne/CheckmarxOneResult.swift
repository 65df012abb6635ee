internal import Findings
internal import Syntax

/// One result of an engine of Checkmarx One, in whichever layout.
enum CheckmarxOneResult {
  case code(CodeResult)
  case infrastructure(CodeResult)
  case package(PackageVulnerability)

  /// A result that says of itself which engine it is of; nil if it is fixed.
  init?(_ entry: JSON) throws(SyntaxError) {
    let data = try entry.asObject().requiredObject("data")
    let type = try entry.requiredString("type")
    if type == "kics" {
      try self.init(entry, ofInfrastructure: data, at: data)
    } else if type.hasPrefix("sca") || data["packageIdentifier"].exists
      || data["packageName"].exists
    {
      try self.init(entry, in: data)
    } else {
      try self.init(entry, of: data, nodes: data["nodes"])
    }
  }

  /// A result of the engine for code.
  init?(_ entry: JSON, of query: JSON) throws(SyntaxError) {
    try self.init(entry, of: query, nodes: entry["nodes"])
  }

  private init?(_ entry: JSON, of query: JSON, nodes: JSON) throws(SyntaxError) {
    guard let severity = try Self.severity(of: entry) else { return nil }
    let name = query["queryName"].nonEmpty ?? query["ruleName"].nonEmpty
    guard let id = name ?? entry["type"].nonEmpty else {
      throw entry.error("expected a query's name")
    }
    let source = nodes[0]
    let path = source["fileName"].nonEmpty ?? entry["sourceFileName"].nonEmpty
    var location = Location(
      path: (path ?? query["fileName"].nonEmpty ?? query["filename"].nonEmpty).map(Self.relative),
      line: source["line"].int ?? entry["sourceLine"].int ?? query["line"].int,
      column: source["column"].int
    )
    location.logical = source["fullName"].nonEmpty ?? source["method"].nonEmpty
    var result = CodeResult(Self.rule(id), severity, title: Self.rule(id).name, at: location)
    result.rule.description = query["description"].nonEmpty
    result.message = entry["description"].nonEmpty
    result.code = source["code"].nonEmpty
    result.fingerprint = entry["similarityId"].text
    let details = entry["vulnerabilityDetails"]
    for weakness in [details["cweId"], entry["cweId"], query["cweId"]] {
      if let number = weakness.text { result.names.add(cwe: number) }
    }
    for list in query["categories"].elements {
      for item in list["subCategories"].strings {
        result.names.add(item, of: list["name"].string ?? "")
      }
    }
    result.suppression = Self.suppression(of: entry)
    self = .code(result)
  }

  /// A result of the engine for infrastructure as code.
  init?(_ entry: JSON, ofInfrastructure query: JSON) throws(SyntaxError) {
    try self.init(entry, ofInfrastructure: query, at: entry)
  }

  private init?(
    _ entry: JSON,
    ofInfrastructure query: JSON,
    at place: JSON
  ) throws(SyntaxError) {
    guard let severity = try Self.severity(of: entry) else { return nil }
    let rule = Self.rule(try query.requiredString("queryName"))
    let path = try place.requiredString("filename", or: "fileName")
    var result = CodeResult(
      rule,
      severity,
      title: rule.name,
      at: Location(path: Self.relative(path), line: place["line"].int)
    )
    result.rule.description = query["description"].nonEmpty ?? entry["description"].nonEmpty
    result.rule.remediation = place["expectedValue"].nonEmpty
    result.message = place["actualValue"].nonEmpty ?? place["value"].nonEmpty
    result.fingerprint = entry["similarityId"].text
    result.suppression = Self.suppression(of: entry)
    self = .infrastructure(result)
  }

  /// A result of the engine for packages.
  init?(_ entry: JSON, in package: JSON) throws(SyntaxError) {
    guard let severity = try Self.severity(of: entry) else { return nil }
    let details = entry["vulnerabilityDetails"]
    guard
      let id = [
        details["cveName"], entry["cveId"], entry["cveName"], entry["similarityId"], entry["id"],
      ]
      .lazy.compactMap({ $0.nonEmpty }).first
    else { throw entry.error("expected an advisory, found none") }
    var result = PackageVulnerability(id, of: try Self.package(package, entry))
    (result.severity, result.word) = severity
    result.description = entry["description"].nonEmpty
    result.path = package["scaPackageData"]["locations"][0].nonEmpty
    result.links = package["packageData"].elements.compactMap { $0["url"].string }
    for weakness in [details["cweId"], entry["cwe"]] {
      if let number = weakness.text { result.names.add(cwe: number) }
    }
    result.ratings.add(score: details["cvssScore"].double, vector: nil)
    result.suppression = Self.suppression(of: entry)
    self = .package(result)
  }

  /// The finding, recognised by what its engine's results are recognised by.
  func finding(_ digests: SecretDigest) -> Finding {
    switch self {
    case .code(let result): return result.finding(digests)
    case .package(let package): return package.finding
    case .infrastructure(let result):
      var finding = result.finding(digests)
      let place = finding.identity.place
      finding.identity = .resource(rule: finding.rule.id, address: nil, at: place)
      return finding
    }
  }

  /// A path from the repository's root, which Checkmarx writes as `/`.
  private static func relative(_ path: String) -> String { String(path.drop { $0 == "/" }) }

  private static func rule(_ id: String) -> Rule {
    Rule(id: id, name: id.replacing("_", with: " "))
  }

  /// The severity; nil if the result is fixed.
  private static func severity(of entry: JSON) throws(SyntaxError) -> (Severity, word: String?)? {
    let status = try entry.asObject().optionalString("status")
    return status?.uppercased() == "FIXED"
      ? nil : Severity.usual(try entry.requiredString("severity"))
  }

  private static func suppression(of entry: JSON) -> Suppression? {
    let state = entry["state"].string?.uppercased().replacing(" ", with: "_")
    return state == "NOT_EXPLOITABLE"
      ? Suppression(justification: "marked as not exploitable") : nil
  }
}
