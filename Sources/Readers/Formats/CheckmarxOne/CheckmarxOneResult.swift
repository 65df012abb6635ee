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
  static func relative(_ path: String) -> String { String(path.drop { $0 == "/" }) }

  static func rule(_ id: String) -> Rule {
    Rule(id: id, name: id.exchanging("_", for: " "))
  }

  /// The severity; nil if the result is fixed.
  static func severity(of entry: JSON) throws(SyntaxError) -> (Severity, word: String?)? {
    let status = try entry.asObject().optionalString("status")
    return status?.uppercased() == "FIXED"
      ? nil : Severity.usual(try entry.requiredString("severity"))
  }

  static func suppression(of entry: JSON) -> Suppression? {
    let state = entry["state"].string?.uppercased().exchanging(" ", for: "_")
    return state == "NOT_EXPLOITABLE"
      ? Suppression(justification: "marked as not exploitable") : nil
  }
}
