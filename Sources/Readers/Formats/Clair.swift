internal import Findings
internal import Syntax

/// Clair: vulnerabilities of images, as clair-scanner, Klar and clairctl report them.
public enum Clair: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "clair",
    title: "Clair JSON",
    provenOn: "clair-scanner and Klar; the source of Clair 4",
    produce: "clairctl report --out json IMAGE > clair.json",
    finding: """
      One vulnerability of one package. Identity: advisory, package and image repository, where the \
      report names the image.
      """,
    outcome: "Complete if the report is whole.",
    precedence: 3
  )

  /// A list for an image (clair-scanner), lists by severity (Klar), tables by id (Clair 4).
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["unapproved"].kind != .missing && root["image"].string != nil
      || root["LayerCount"].int != nil && root["Vulnerabilities"].kind != .missing
      || root["manifest_hash"].string != nil && root["package_vulnerabilities"].kind != .missing
  }

  /// Each vulnerability.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .container)
    let root = try report.requiredJSON()
    do {
      if root["LayerCount"].exists {
        for (_, list) in try root.requiredObject("Vulnerabilities").members {
          reading.collect(try list.asArray().elements) { entry throws(SyntaxError) in
            try finding(klar: entry)
          }
        }
      } else if root["manifest_hash"].exists {
        try reading.add(clair4: root)
      } else {
        let image = root["image"].string ?? ""
        reading.target = ImageName.repository(of: image)
        reading.collect(try root.requiredArray("vulnerabilities").elements) {
          entry throws(SyntaxError) in try finding(entry, in: image)
        }
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  private static func finding(_ entry: JSON, in image: String) throws(SyntaxError) -> Finding {
    var vulnerability = PackageVulnerability(
      try entry.requiredString("vulnerability"),
      of: Package(
        try entry.requiredString("featurename"),
        in: entry["namespace"].string,
        version: entry["featureversion"].string,
        fixedIn: entry["fixedby"].string
      ),
      severity: try entry.requiredString("severity")
    )
    vulnerability.description = entry["description"].string
    vulnerability.links = [entry["link"].string ?? ""]
    vulnerability.image = image
    return vulnerability.finding
  }

  private static func finding(klar entry: JSON) throws(SyntaxError) -> Finding {
    var vulnerability = PackageVulnerability(
      try entry.requiredString("Name"),
      of: Package(
        try entry.requiredString("FeatureName"),
        in: entry["NamespaceName"].string,
        version: entry["FeatureVersion"].string,
        fixedIn: entry["FixedBy"].string
      ),
      severity: try entry.requiredString("Severity")
    )
    vulnerability.description = entry["Description"].string
    vulnerability.links = [entry["Link"].string ?? ""]
    vulnerability.image = ""
    return vulnerability.finding
  }
}
