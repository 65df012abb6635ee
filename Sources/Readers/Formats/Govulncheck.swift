internal import Findings
internal import Syntax

/// govulncheck: vulnerabilities of Go modules, and whether the code reaches them.
public enum Govulncheck: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "govulncheck",
    title: "govulncheck JSON",
    provenOn: "govulncheck 0.0 (one object) to 1.1 (messages)",
    produce: "govulncheck -format json ./... > govulncheck.json",
    finding: """
      One advisory of one module, with the nearest the code comes to it: a call, an import, a \
      requirement. Identity: advisory and module. govulncheck states no severity.
      """,
    outcome: "Partial if the messages begin without the scanner's configuration.",
    precedence: 3
  )

  /// Messages that begin with the configuration, or the object of early versions.
  public static func recognises(_ report: Report) -> Bool {
    if let root = report.json, root.isObject, root["Vulns"].kind != .missing {
      return root["Modules"].kind != .missing || root["Calls"].kind != .missing
    }
    return report.entries.prefix(20).contains {
      $0["config"]["scanner_name"].equals("govulncheck") || $0["finding"]["osv"].string != nil
        || $0["config"]["protocol_version"].string != nil
    }
  }

  /// Each advisory of each module, once.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    var reached = ReachedModules()
    if let root = report.json, root.isObject, root["Vulns"].kind != .missing {
      reading.forEach(try report.elements(of: "Vulns")) { _, entry throws(SyntaxError) in
        try reached.add(version0: entry, entry.requiredObject("OSV"))
      }
    } else {
      let config = report.entries.first { $0["config"].isObject }?["config"]
      reading.scannerVersion = config?["scanner_version"].nonEmpty
      if config == nil { reading.gaps.append("the scanner's configuration is missing") }
      var advisories: [String: JSON] = [:]
      reading.forEach(report.entries) { _, message throws(SyntaxError) in
        if message["osv"].kind != .missing {
          let advisory = try message.requiredObject("osv")
          advisories[try advisory.requiredString("id")] = advisory
        }
      }
      reading.forEach(report.entries) { _, message throws(SyntaxError) in
        guard try message.asObject()["finding"].kind != .missing else { return }
        let entry = try message.requiredObject("finding")
        let id = try entry.requiredString("osv")
        try reached.add(entry, advisories[id], named: id)
      }
    }
    reading.findings = reached.findings
    return reading
  }
}
