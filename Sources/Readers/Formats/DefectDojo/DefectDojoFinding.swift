internal import Findings
internal import Syntax

/// One finding in DefectDojo's generic layout, from JSON or from a row.
struct DefectDojoFinding {
  private let title: String
  private let word: String
  private let rule: String?
  private let description: String?
  private let impact: String?
  private let remediation: String?
  private let references: String?
  private let path: String?
  private let line: Int?
  private let component: Package?
  private let url: String?
  private let names: IdentifierSet
  private let ratings: CVSSRatings
  private let suppression: Suppression?
  private let isClosed: Bool

  init(_ entry: JSON) throws(SyntaxError) {
    title = try entry.requiredString("title")
    word = try entry.optionalString("severity") ?? "Info"
    rule = try entry.optionalString("vuln_id_from_tool")
    description = try entry.optionalString("description")
    impact = try entry.optionalString("impact")
    remediation = try entry.optionalString("mitigation")
    references = try entry.optionalString("references")
    path = entry["file_path"].nonEmpty
    line = try entry.optionalInt("line").flatMap { $0 > 0 ? $0 : nil }
    let fixed = entry["fix_version"].nonEmpty
    component = entry["component_name"].nonEmpty.map {
      Package(ecosystem: "", name: $0, version: entry["component_version"].text, fixedIn: fixed)
    }
    url = entry["endpoints"].elements.lazy.compactMap(Self.endpoint).first { _ in true }
    var names = IdentifierSet(entry["vulnerability_ids"].strings)
    names.add(mentionedIn: entry["cve"].string)
    if let cwe = entry["cwe"].text { names.add(cwe: cwe) }
    self.names = names
    var ratings = CVSSRatings()
    ratings.add(vector: entry["cvssv3"].string)
    ratings.add(score: entry["cvssv4_score"].double, vector: entry["cvssv4"].string)
    self.ratings = ratings
    suppression = Self.suppression(
      isFalse: entry["false_p"].bool == true,
      isAccepted: entry["risk_accepted"].bool == true
    )
    isClosed = entry["is_mitigated"].bool == true || entry["duplicate"].bool == true
  }

  init(_ row: CSVTable.Row) throws(SyntaxError) {
    title = try row.required("Title")
    word = row["Severity"] ?? "Info"
    rule = nil
    description = row["Description"]
    impact = row["Impact"]
    remediation = row["Mitigation"]
    references = row["References"]
    path = nil
    line = nil
    component = nil
    url = row["Url"]
    var names = IdentifierSet(mentionedIn: row["Vulnerability Id"])
    if let cwe = row["CweId"] { names.add(cwe: cwe) }
    self.names = names
    var ratings = CVSSRatings()
    ratings.add(vector: row["CVSSV3"])
    self.ratings = ratings
    suppression = Self.suppression(isFalse: row["FalsePositive"]?.lowercased() == "true")
    isClosed = row["Duplicate"]?.lowercased() == "true"
  }

  /// The finding; nil for one that is closed.
  func finding(_ digests: SecretDigest) -> Finding? {
    if isClosed { return nil }
    let rule = Rule(
      id: rule ?? names.advisory ?? title,
      name: title,
      description: description,
      remediation: remediation,
      references: Links.among([references ?? ""])
    )
    if let component { return dependency(rule, component) }
    if let url, path == nil {
      var alert = WebAlert(rule, Severity.usual(word), at: url)
      alert.message = impact
      alert.names = names
      alert.ratings = ratings
      alert.suppression = suppression
      return alert.finding
    }
    let location = Location(path: path, line: line)
    var result = CodeResult(rule, Severity.usual(word), title: title, at: location)
    result.message = impact
    result.names = names
    result.suppression = suppression
    var finding = result.finding(digests)
    finding.cvss = ratings.best
    return finding
  }

  private func dependency(_ rule: Rule, _ component: Package) -> Finding {
    var vulnerability = PackageVulnerability(rule.id, of: component, severity: word)
    vulnerability.title = title
    vulnerability.description = description
    vulnerability.remediation = remediation
    vulnerability.message = impact
    vulnerability.links = rule.references
    vulnerability.names = names
    vulnerability.ratings = ratings
    vulnerability.path = path
    vulnerability.suppression = suppression
    return vulnerability.finding
  }

  private static func suppression(isFalse: Bool, isAccepted: Bool = false) -> Suppression? {
    if isFalse { return Suppression(justification: "a false positive") }
    return isAccepted ? Suppression(justification: "the risk is accepted") : nil
  }

  /// A URL, or the URL of a host with what is known of it.
  private static func endpoint(_ value: JSON) -> String? {
    if let text = value.nonEmpty { return text }
    guard let host = value["host"].nonEmpty else { return nil }
    let port = value["port"].text.map { ":\($0)" } ?? ""
    let path = value["path"].nonEmpty.map { $0.hasPrefix("/") ? $0 : "/\($0)" } ?? ""
    return "\(value["protocol"].nonEmpty ?? "https")://\(host)\(port)\(path)"
  }
}
