internal import Findings
internal import Syntax

/// One finding of the REST API.
enum VeracodeFinding {
  /// The finding; nil if it is closed.
  static func finding(_ entry: JSON, _ digests: SecretDigest) throws(SyntaxError) -> Finding? {
    let status = try entry.asObject().requiredObject("finding_status")
    if status["status"].equals("CLOSED") { return nil }
    let details = try entry.requiredObject("finding_details")
    let type = try entry.requiredString("scan_type")
    let severity = VeracodeSeverity.severity(try details.optionalInt("severity"))
    let resolution = status["resolution"].string?.lowercased().exchanging("_", for: " ")
    let suppression =
      status["resolution_status"].equals("APPROVED")
      ? Suppression(justification: resolution) : nil
    if type == "SCA" {
      var package = try package(entry, details, severity)
      package.suppression = suppression
      return package.finding
    }
    let weakness = details["cwe"]
    guard let number = weakness["id"].text else { throw details.error("expected a CWE") }
    let name = details["finding_category"]["name"].nonEmpty ?? weakness["name"].nonEmpty
    let rule = Rule(id: "CWE-\(number)", name: name ?? "CWE-\(number)")
    let text = MarkdownText.clean(html: entry["description"].string)
    if type == "DYNAMIC" {
      var alert = WebAlert(
        rule,
        severity,
        at: details["url"].string ?? details["path"].string ?? ""
      )
      alert.message = text
      alert.parameter = details["vulnerable_parameter"].nonEmpty
      alert.names.add(cwe: number)
      alert.suppression = suppression
      return alert.finding
    }
    var location = Location(
      path: details["file_path"].nonEmpty ?? details["file_name"].nonEmpty,
      line: details["file_line_number"].int.flatMap { $0 > 0 ? $0 : nil }
    )
    location.logical = details["procedure"].nonEmpty
    var result = CodeResult(rule, severity, title: rule.name, at: location)
    result.message = text
    result.fingerprint = entry["issue_id"].text.map { "issue \($0)" }
    result.names.add(cwe: number)
    result.suppression = suppression
    return result.finding(digests)
  }

  private static func package(
    _ entry: JSON,
    _ details: JSON,
    _ severity: (Severity, word: String?)
  ) throws(SyntaxError) -> PackageVulnerability {
    let advisory = try details.requiredObject("cve")
    let version = details["version"].nonEmpty
    let file = try details.requiredString("component_filename")
    var package = PackageVulnerability(
      try advisory.requiredString("name"),
      of: Package(ecosystem: "", name: name(ofFile: file, version), version: version)
    )
    (package.severity, package.word) = severity
    package.description = entry["description"].string
    package.path = details["component_path"][0]["path"].nonEmpty
    package.links = Links.among(advisory["href"])
    if let weakness = details["cwe"]["id"].text { package.names.add(cwe: weakness) }
    let newer = advisory["cvss3"]
    package.ratings.add(score: newer["score"].double, vector: newer["vector"].string, version: 3)
    package.ratings.add(
      score: advisory["cvss"].double,
      vector: advisory["vector"].string,
      version: 2
    )
    return package
  }

  /// `spring-core-5.3.1.jar` of version 5.3.1 without either, so that an upgrade keeps the name.
  private static func name(ofFile file: String, _ version: String?) -> String {
    guard let version, let range = file.firstRange(of: "-\(version)") else { return file }
    return String(file[..<range.lowerBound])
  }
}
