internal import Findings
internal import Syntax

/// One item of Nessus, from either report.
enum NessusItem {
  /// An item of the XML report.
  static func result(_ item: XMLElement, on host: String) throws(SyntaxError) -> HostResult {
    let check = item.child("compliance-check-name").nonEmpty
    let plugin = try item.requiredAttribute("pluginID")
    var result = HostResult(
      Rule(
        id: check.map { "\(plugin) \($0)" } ?? plugin,
        name: check ?? item["pluginName"] ?? plugin,
        description: item.child("description").nonEmpty ?? item.child("synopsis").nonEmpty,
        remediation: item.child("solution").nonEmpty,
        references: item.children("see_also").compactMap { $0.nonEmpty }
      ),
      severity(try item.requiredAttribute("severity")),
      on: host,
      port: HostResult.port(item["port"], item["protocol"])
    )
    for name in item.children("cve") + item.children("xref") {
      result.names.add(mentionedIn: name.nonEmpty?.exchanging("CWE:", for: "CWE-"))
    }
    for weakness in item.children("cwe") { result.names.add(cwe: weakness.nonEmpty ?? "") }
    for (score, vector, version) in ratings {
      result.ratings.add(
        score: item.child(score).nonEmpty.flatMap { Double($0) },
        vector: item.child(vector).nonEmpty?.exchanging("CVSS2#", for: ""),
        version: version
      )
    }
    return result
  }

  private static let ratings: [(StaticString, StaticString, Double)] = [
    ("cvss4_base_score", "cvss4_vector", 4), ("cvss3_base_score", "cvss3_vector", 3),
    ("cvssv3", "cvssv3_vector", 3), ("cvss_base_score", "cvss_vector", 2),
  ]

  /// A row of the CSV report.
  static func result(_ row: CSVTable.Row) throws(SyntaxError) -> HostResult {
    let word = row["Risk"] ?? row["Severity"]
    var result = HostResult(
      Rule(
        id: try row.required("Plugin ID"),
        name: try row.required("Name"),
        description: row["Description"] ?? row["Synopsis"],
        remediation: row["Solution"],
        references: [row["See Also"] ?? ""]
      ),
      word.map { severity($0) } ?? (.unknown, nil),
      on: try row.required("Host"),
      port: HostResult.port(row["Port"], row["Protocol"])
    )
    result.names.add(mentionedIn: row["CVE"])
    result.names.add(mentionedIn: row["XREF"]?.exchanging("CWE:", for: "CWE-"))
    for (column, version) in scores {
      result.ratings.add(
        score: row[column].flatMap { Double($0) },
        vector: nil,
        version: version
      )
    }
    return result
  }

  private static let scores: [(String, Double)] = [
    ("CVSS v4.0 Base Score", 4), ("CVSS v3.0 Base Score", 3), ("CVSS3 Base Score", 3),
    ("CVSSv3", 3), ("CVSS v2.0 Base Score", 2), ("CVSS Base Score", 2), ("CVSS", 2),
  ]

  /// Nessus' severities, 0 to 4 or as words, of which none is info.
  private static func severity(_ word: String) -> (Severity, word: String?) {
    let numbers: [String: Severity] = [
      "0": .info, "1": .low, "2": .medium, "3": .high, "4": .critical,
    ]
    return (numbers[word] ?? Severity(word: word), word)
  }
}
