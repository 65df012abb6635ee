internal import Findings
internal import Syntax

/// A file that Dependency-Check looked at, and the package that it took it for.
struct DependencyCheckLibrary {
  /// The package, known by the file's name where it was not recognised.
  var package: Package
  /// The file.
  var path: String?

  /// A dependency of the JSON report.
  init(_ entry: JSON) throws(SyntaxError) {
    let file = try entry.requiredString("fileName")
    let ids = entry["packages"].elements.compactMap { $0["id"].string }
    self.init(file: file, ids: ids, path: entry["filePath"].string)
  }

  /// A dependency of the XML report: package URLs since version 5, Maven's coordinates before.
  init(_ entry: XMLElement) throws(SyntaxError) {
    let file = try entry.requiredText("fileName")
    let list = entry.child("identifiers")
    let ids = list.children("package").compactMap { $0.child("id").nonEmpty }
    self.init(file: file, ids: ids, path: entry.child("filePath").nonEmpty)
    let maven = list.children("identifier").first { $0["type"] == "maven" }
    let parts = maven?.child("name").nonEmpty?.split(separator: ":") ?? []
    if ids.isEmpty, parts.count == 3 {
      package = Package("\(parts[0]):\(parts[1])", in: "maven", version: String(parts[2]))
    }
  }

  private init(file: String, ids: [String], path: String?) {
    // Files inside an archive are named behind it: `app.war: lib.jar`.
    package =
      ids.lazy.compactMap { Package(url: $0) }.first
      ?? Package(file.split(separator: ": ").last.map(String.init) ?? file, in: nil)
    self.path = path.map { $0.split(separator: "\n").joined() }
  }

  /// A vulnerability of the XML report.
  func finding(_ entry: XMLElement) throws(SyntaxError) -> Finding {
    let version2 = entry.child("cvssV2")
    let version3 = entry.child("cvssV3")
    let version4 = entry.child("cvssV4")
    var vulnerability = PackageVulnerability(
      try entry.requiredText("name"),
      of: package,
      severity: entry.child("severity").nonEmpty ?? version4.child("baseSeverity").nonEmpty
        ?? version3.child("baseSeverity").nonEmpty ?? version2.child("severity").nonEmpty
    )
    let scores = [
      (version2.child("score").nonEmpty ?? entry.child("cvssScore").nonEmpty, 2.0),
      (version3.child("baseScore").nonEmpty, 3), (version4.child("baseScore").nonEmpty, 4),
    ]
    for (score, version) in scores {
      vulnerability.ratings.add(score: score.flatMap(Double.init), vector: nil, version: version)
    }
    let weaknesses = entry.child("cwes").children("cwe") + entry.children("cwe")
    for weakness in weaknesses { vulnerability.names.add(weakness.nonEmpty ?? "") }
    vulnerability.description = entry.child("description").nonEmpty
    vulnerability.links = entry.child("references").children("reference")
      .compactMap { $0.child("url").nonEmpty }
    vulnerability.path = path
    if entry.isNamed("suppressedVulnerability") {
      let notes = MarkdownText.clean(entry.child("notes").nonEmpty)
      vulnerability.suppression = Suppression(justification: notes)
    }
    return vulnerability.finding
  }

  /// A vulnerability of the JSON report.
  func finding(_ entry: JSON, isSuppressed: Bool = false) throws(SyntaxError) -> Finding {
    var vulnerability = PackageVulnerability(
      try entry.requiredString("name"),
      of: package,
      severity: entry["severity"].string
    )
    let ratings = [
      (entry["cvssv2"]["score"], 2.0), (entry["cvssv3"]["baseScore"], 3),
      (entry["cvssv4"]["baseScore"], 4),
    ]
    for (score, version) in ratings {
      vulnerability.ratings.add(score: score.double, vector: nil, version: version)
    }
    for weakness in entry["cwes"].strings { vulnerability.names.add(weakness) }
    vulnerability.description = entry["description"].string
    vulnerability.links = entry["references"].elements.compactMap { $0["url"].string }
    vulnerability.path = path
    if isSuppressed {
      let notes = MarkdownText.clean(entry["notes"].string)
      vulnerability.suppression = Suppression(justification: notes)
    }
    return vulnerability.finding
  }
}
