internal import Findings
internal import Syntax

/// One flaw of the detailed report.
struct VeracodeFlaw {
  private let flaw: XMLElement
  private let rule: Rule
  private let severity: (Severity, word: String?)
  private let weakness: String

  init(_ flaw: XMLElement, in category: XMLElement) throws(SyntaxError) {
    self.flaw = flaw
    severity = VeracodeSeverity.severity(Int(try flaw.requiredAttribute("severity")))
    weakness = try flaw.requiredAttribute("cweid")
    let texts = category.child("recommendations").children("para").flatMap { para in
      [para["text"]] + para.children("bulletitem").map { $0["text"].map { "- \($0)" } }
    }
    rule = Rule(
      id: "CWE-\(weakness)",
      name: flaw["categoryname"] ?? category["categoryname"] ?? "CWE-\(weakness)",
      remediation: texts.compactMap { $0 }.joined(separator: "\n").nonEmpty
    )
  }

  /// The finding; nil if the flaw is fixed.
  func finding(_ digests: SecretDigest) -> Finding? {
    if flaw["remediation_status"] == "Fixed" { return nil }
    if let url = flaw["url"]?.nonEmpty {
      var alert = WebAlert(rule, severity, at: url)
      alert.message = flaw["description"]
      alert.parameter = flaw["vuln_parameter"]
      alert.names.add(cwe: weakness)
      alert.suppression = suppression
      return alert.finding
    }
    let file = flaw["sourcefile"]?.nonEmpty
    var location = Location(
      path: file.map { (flaw["sourcefilepath"] ?? "") + $0 },
      line: flaw["line"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    )
    location.logical = (flaw["functionprototype"] ?? flaw["scope"])?.nonEmpty
    var result = CodeResult(rule, severity, title: rule.name, at: location)
    result.message = flaw["description"]
    result.fingerprint = flaw["issueid"].map { "issue \($0)" }
    result.names.add(cwe: weakness)
    result.suppression = suppression
    return result.finding(digests)
  }

  private var suppression: Suppression? {
    guard flaw["mitigation_status"] == "accepted" else { return nil }
    let words = flaw.child("mitigations").children("mitigation").last?["action"]
    return Suppression(justification: MarkdownText.clean(words))
  }

  /// The finding of a vulnerability of a component.
  static func finding(_ entry: XMLElement, in component: XMLElement) throws(SyntaxError) -> Finding
  {
    let severity = VeracodeSeverity.severity(Int(try entry.requiredAttribute("severity")))
    let vendor = component["vendor"]?.nonEmpty
    guard let name = (component["library"] ?? component["file_name"])?.nonEmpty else {
      throw component.error("expected a component with a name")
    }
    var result = PackageVulnerability(
      try entry.requiredAttribute("cve_id"),
      of: Package(
        ecosystem: "",
        name: [vendor, name].compactMap { $0 }.joined(separator: "/"),
        version: component["version"]?.nonEmpty
      )
    )
    (result.severity, result.word) = severity
    result.description = entry["cve_summary"]
    result.path = component.child("file_paths").child("file_path")["value"]
    for word in (entry["cwe_id"] ?? "").split(separator: " ") {
      result.names.add(cwe: String(word))
    }
    result.ratings.add(score: entry["cvss_score"].flatMap { Double($0) }, vector: nil)
    if entry["mitigation"] == "true" { result.suppression = Suppression() }
    return result.finding
  }
}
