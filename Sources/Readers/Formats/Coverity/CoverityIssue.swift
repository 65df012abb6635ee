internal import Findings
internal import Syntax

/// One issue of Coverity, from either of its reports.
enum CoverityIssue {
  /// An issue of a local analysis; nil if it is no longer there.
  static func result(_ issue: JSON) throws(SyntaxError) -> CodeResult? {
    let id = try issue.asObject().requiredString("checkerName")
    let properties = try issue.optionalObject("checkerProperties")
    let name = properties["subcategoryShortDescription"].nonEmpty ?? id
    let path = try issue.requiredString(
      "strippedMainEventFilePathname",
      or: "mainEventFilePathname"
    )
    var location = Location(
      path: path,
      line: try issue.optionalInt("mainEventLineNumber"),
      column: issue["mainEventColumnNumber"].int
    )
    location.logical = issue["functionDisplayName"].nonEmpty
    var result = CodeResult(
      Rule(id: id, name: name, description: properties["subcategoryLongDescription"].nonEmpty),
      severity(properties["impact"].nonEmpty),
      title: name,
      at: location
    )
    let event = issue["events"].elements.first { $0["main"].bool == true }
    result.message = event?["eventDescription"].nonEmpty
    result.fingerprint = issue["mergeKey"].nonEmpty
    if let weakness = properties["cweCategory"].text { result.names.add(cwe: weakness) }
    let triage = issue["localTriage"]["classification"].string
    result.suppression = suppression(
      triage ?? issue["stateOnServer"]["triage"]["classification"].string
    )
    return result
  }

  /// A row of a view; nil if the issue is fixed or absent.
  static func result(row: JSON) throws(SyntaxError) -> CodeResult? {
    let status = try row.asObject().optionalString("status")
    if status == "Fixed" || status == "Absent Dismissed" { return nil }
    let name = try row.requiredString("displayType")
    var location = Location(
      path: try row.requiredString("displayFile"),
      line: row["lineNumber"].int
    )
    location.logical = row["displayFunction"].nonEmpty
    var result = CodeResult(
      Rule(id: row["checker"].nonEmpty ?? name, name: name),
      severity(row["displayImpact"].nonEmpty),
      title: name,
      at: location
    )
    result.fingerprint = row["cid"].text.map { "CID \($0)" }
    if let weakness = row["cwe"].text { result.names.add(cwe: weakness) }
    result.suppression = suppression(row["classification"].string)
    return result
  }

  /// Coverity's impacts: High, Medium, Low, and Audit for what a human has to judge.
  private static func severity(_ impact: String?) -> (Severity, word: String?) {
    (impact == "Audit" ? .low : Severity.usual(impact).0, impact)
  }

  private static func suppression(_ classification: String?) -> Suppression? {
    guard let classification, ["False Positive", "Intentional"].contains(classification) else {
      return nil
    }
    return Suppression(justification: classification.lowercased())
  }
}
