internal import Findings
internal import Syntax

/// OSV-Scanner: advisories of osv.dev for the packages in lock files, bills of materials and images.
public enum OSVScanner: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "osv-scanner",
    title: "OSV-Scanner JSON",
    provenOn: "OSV-Scanner 1; the documents of version 2",
    produce: "osv-scanner scan source --format json --output osv.json .",
    finding: """
      One advisory of one package in one file, all records of its group together. Identity: advisory, \
      package and file. The severity is the advisory's own word, else its highest CVSS score.
      """,
    outcome: "Complete if the report is whole. A report with `results` empty is known by its name.",
    precedence: 3
  )

  /// Sources with the packages found in them.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["results"].isArray else { return false }
    return root["experimental_config"].isObject && root["results"].count == 0
      || root["results"].elements.prefix(20).contains {
        $0["source"]["path"].string != nil && $0["packages"].kind != .missing
      }
      || root["results"].count == 0 && root.count == 1 && report.isNamed(format.name)
  }

  /// Each group of advisories of each package.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    let sources = try report.elements(of: "results")
    if report.json?["image_metadata"].isObject == true { reading.category = .container }
    reading.forEach(sources) { reading, source throws(SyntaxError) in
      let path = try source.requiredObject("source").requiredString("path")
      let packages = try source.requiredArray("packages").elements
      reading.forEach(packages) { reading, package throws(SyntaxError) in
        let list = try package.strictArray("vulnerabilities")
        let ids = list.elements.compactMap { $0["id"].string }
        reading.collect(list.elements) { entry throws(SyntaxError) in
          try finding(entry, among: ids, of: package, in: path)
        }
      }
    }
    return reading
  }

  /// The finding of a record; nil if another record of its group stands for it.
  private static func finding(
    _ entry: JSON,
    among ids: [String],
    of package: JSON,
    in path: String
  ) throws(SyntaxError) -> Finding? {
    let id = try entry.requiredString("id")
    let group = package["groups"].elements.first { $0["ids"].strings.contains(id) }
    let members = group.map { $0["ids"].strings } ?? []
    if let leader = members.first(where: ids.contains), leader != id { return nil }

    let info = try package.requiredObject("package")
    let name = try info.requiredString("name")
    let affected = entry["affected"].elements.first { $0["package"]["name"].string == name }
    let fixes = (affected.map { Array($0["ranges"].elements) } ?? []).flatMap {
      $0["events"].elements.compactMap { $0["fixed"].nonEmpty }
    }
    var vulnerability = PackageVulnerability(
      id,
      of: Package(
        name,
        in: info["ecosystem"].string,
        version: info["version"].string,
        fixedIn: fixes.joined(separator: ", ")
      ),
      severity: entry["database_specific"]["severity"].string
    )
    for alias in members + entry["aliases"].strings + (group?["aliases"].strings ?? []) {
      vulnerability.names.add(alias)
    }
    let weaknesses =
      entry["database_specific"]["cwe_ids"].strings
      + (affected?["database_specific"]["cwes"].elements.compactMap { $0["cweId"].string } ?? [])
    for weakness in weaknesses { vulnerability.names.add(cwe: weakness) }
    for rating in entry["severity"].elements {
      vulnerability.ratings.add(vector: rating["score"].string)
    }
    vulnerability.ratings.add(score: group?["max_severity"].double, vector: nil)
    vulnerability.title = entry["summary"].nonEmpty
    vulnerability.description = entry["details"].string
    vulnerability.links = entry["references"].elements.compactMap { $0["url"].string }
    vulnerability.path = path
    let analysis = group.map {
      $0["experimental_analysis"].isObject
        ? $0["experimental_analysis"] : $0["experimentalAnalysis"]
    }
    if analysis?[member: id]["called"].bool == false {
      vulnerability.message = "OSV-Scanner sees no call of the vulnerable code."
    }
    return vulnerability.rated.finding
  }
}
