internal import Findings
internal import Syntax

/// Mend (WhiteSource): vulnerabilities of a project's libraries.
public enum Mend: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "mend",
    title: "Mend SCA JSON",
    provenOn: "API 1.3 and Unified Agent; Platform API 3.0 on no real report yet",
    produce: "java -jar wss-unified-agent.jar -generateScanReport true -d .",
    finding: """
      One vulnerability of one library. Identity: advisory, library and project. Findings of Platform \
      API 3.0 that are not active are suppressed.
      """,
    outcome: "Partial if the platform says that there are further pages.",
    precedence: 3
  )

  /// Vulnerabilities with their library, libraries with their vulnerabilities, or findings.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["projectVitals"].isObject && root["libraries"].kind != .missing
      || root["supportToken"].string != nil && root["response"].kind != .missing
      || root["vulnerabilities"].elements.prefix(20).contains {
        $0["library"]["keyUuid"].string != nil
      }
  }

  /// Each vulnerability of each library.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    let root = try report.requiredJSON()
    if root["libraries"].kind != .missing {
      reading.target = root["projectVitals"]["name"].nonEmpty.map { MarkdownText.line($0) }
      reading.forEach(try report.elements(of: "libraries")) {
        reading,
        library throws(SyntaxError) in
        _ = try library.requiredString("name")
        let list = try library.strictArray("vulnerabilities").elements
        reading.collect(list) { entry throws(SyntaxError) in try finding(entry, of: library) }
      }
    } else if root["response"].kind != .missing {
      if root["additionalData"]["paging"]["next"].nonEmpty != nil {
        reading.gaps.append("Mend says that there are further pages")
      }
      reading.collect(try report.elements(of: "response")) { entry throws(SyntaxError) in
        let record = try entry.requiredObject("vulnerability")
        var finding = try finding(
          record,
          of: entry.requiredObject("component"),
          fix: entry["topFix"]
        )
        let info = entry["findingInfo"]
        if let status = info["status"].string, status != "ACTIVE" {
          let reason = info["comment"]["message"].nonEmpty ?? info["comment"].nonEmpty ?? status
          finding.suppression = Suppression(justification: MarkdownText.clean(reason))
        }
        return finding
      }
    } else {
      reading.collect(try report.elements(of: "vulnerabilities")) { entry throws(SyntaxError) in
        try finding(entry, of: entry.requiredObject("library"))
      }
    }
    return reading
  }
}
