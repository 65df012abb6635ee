internal import Findings
internal import Syntax

/// Prisma Cloud (Twistlock): vulnerabilities and compliance of images.
public enum Twistlock: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "twistlock",
    title: "Prisma Cloud (twistcli) JSON and CSV",
    provenOn: "twistcli's reports of 2024 to 2026, the console's CSV",
    produce: "twistcli images scan --details --output-file twistlock.json IMAGE",
    finding: """
      One vulnerability of one package, or one failed compliance check. Identity: advisory or check, \
      package and image repository.
      """,
    outcome: "Failed if the report counts vulnerabilities and lists none.",
    precedence: 3
  )

  /// Results with their distributions, or the console's table.
  public static func recognises(_ report: Report) -> Bool {
    if let table = report.csv {
      return ["CVE ID", "Compliance ID", "Packages", "Fix Status"].allSatisfy(table.has)
    }
    return report.json?["results"].elements.prefix(20).contains {
      $0["complianceDistribution"].isObject || $0["vulnerabilityDistribution"].isObject
        || $0["entityInfo"].isObject
    } ?? false
  }

  /// Each vulnerability and each compliance check.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .container)
    if let table = report.csv {
      reading.collect(table.rows) { row throws(SyntaxError) in
        try TwistlockIssue(row.get()).finding
      }
      return reading
    }
    reading.forEach(try report.elements(of: "results")) { reading, result throws(SyntaxError) in
      let entity = result["entityInfo"].isObject ? result["entityInfo"] : try result.asObject()
      let image = entity["name"].string ?? entity["repoTag"]["repo"].string ?? ""
      if !image.isEmpty { reading.target = ImageName.repository(of: image) }
      let before = reading.findings.count + reading.skipped.count
      let vulnerabilities = try entity.strictArray("vulnerabilities").elements
      reading.collect(vulnerabilities) { entry throws(SyntaxError) in
        try TwistlockIssue(vulnerability: entry, in: image).finding
      }
      let compliances = try entity.strictArray("compliances").elements
      reading.collect(compliances) { entry throws(SyntaxError) in
        try TwistlockIssue(compliance: entry, in: image).finding
      }
      let counted =
        (entity["vulnerabilityDistribution"]["total"].int ?? 0)
        + (entity["complianceDistribution"]["total"].int ?? 0)
      if counted > 0, reading.findings.count + reading.skipped.count == before {
        reading.failure = "the report counts issues and lists none"
      }
    }
    return reading
  }
}
