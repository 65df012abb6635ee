internal import Findings
internal import Syntax

extension CheckmarxOneResult {
  /// A result of the engine for infrastructure as code.
  init?(_ entry: JSON, ofInfrastructure query: JSON) throws(SyntaxError) {
    try self.init(entry, ofInfrastructure: query, at: entry)
  }

  /// The same; the file is named elsewhere where the result says of itself which engine it is of.
  init?(
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
}
