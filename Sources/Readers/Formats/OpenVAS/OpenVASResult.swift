internal import Findings
internal import Syntax

/// One result of OpenVAS, from either report.
enum OpenVASResult {
  /// A row of the CSV report.
  static func result(_ row: CSVTable.Row) throws(SyntaxError) -> HostResult {
    let name = try row.required("NVT Name")
    guard let host = row["Hostname"] ?? row["IP"] else { throw row.error("expected a host") }
    var result = HostResult(
      Rule(
        id: try row.required("NVT OID"),
        name: name,
        description: row["Summary"],
        remediation: row["Solution"],
        references: [row["Other References"] ?? ""]
      ),
      severity(try row.required("Severity")),
      on: host,
      port: HostResult.port(row["Port"], row["Port Protocol"])
    )
    result.names.add(mentionedIn: "\(row["CVEs"] ?? "") \(name)")
    result.ratings.add(score: row["CVSS"].flatMap { Double($0) }, vector: nil)
    result.suppression = suppression(row["Severity"])
    return result
  }

  /// A result of the XML report.
  static func result(_ element: XMLElement) throws(SyntaxError) -> HostResult {
    let test = element.child("nvt")
    let name = try element.requiredText("name")
    let tags = tags(of: test.child("tags").nonEmpty)
    let host = element.child("host")
    guard let address = host.child("hostname").nonEmpty ?? host.nonEmpty else {
      throw element.error("expected a host")
    }
    let port = (element.child("port").nonEmpty ?? "").split(separator: "/").map(String.init)
    var result = HostResult(
      Rule(
        id: try test.requiredAttribute("oid"),
        name: name,
        description: tags["summary"],
        remediation: test.child("solution").nonEmpty ?? tags["solution"],
        references: test.child("refs").children("ref").filter { $0["type"] == "url" }
          .compactMap { $0["id"] }
      ),
      severity(try element.requiredText("threat")),
      on: address,
      port: HostResult.port(port.first, port.last)
    )
    for reference in test.child("refs").children("ref") { result.names.add(reference["id"] ?? "") }
    result.names.add(mentionedIn: name)
    result.ratings.add(
      score: element.child("severity").nonEmpty.flatMap { Double($0) },
      vector: tags["cvss_base_vector"]
    )
    result.suppression = suppression(element.child("threat").nonEmpty)
    return result
  }

  /// `summary=…|solution=…` by name.
  private static func tags(of text: String?) -> [String: String] {
    var tags: [String: String] = [:]
    for part in (text ?? "").split(separator: "|") {
      let sides = part.split(separator: "=", maxSplits: 1)
      if sides.count == 2 { tags[String(sides[0])] = String(sides[1]) }
    }
    return tags
  }

  private static func severity(_ threat: String) -> (Severity, word: String?) {
    (threat == "Log" ? .info : Severity(word: threat), threat)
  }

  private static func suppression(_ threat: String?) -> Suppression? {
    threat == "False Positive" ? Suppression(justification: "marked as a false positive") : nil
  }
}
