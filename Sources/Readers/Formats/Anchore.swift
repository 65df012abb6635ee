internal import Findings
internal import Syntax

/// Anchore Engine and Enterprise: vulnerabilities of an image's packages, as the service or
/// `anchorectl` lists them.
public enum Anchore: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "anchore",
    title: "Anchore vulnerabilities",
    provenOn: "Anchore Engine up to 2.4 and anchorectl",
    produce: "anchorectl image vulnerabilities IMAGE --output json > anchore.json",
    finding: """
      One vulnerability of one package at one path. Identity: advisory, package and image repository, \
      where the report names the image.
      """,
    outcome: "An empty list is known by its name, `anchorectl-vulns`.",
    precedence: 3
  )

  /// Vulnerabilities of an image's digest, or a bare list of them.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    if root.isArray {
      return root.elements.prefix(20).contains(where: isVulnerability)
        || report.isEmptyList(of: "anchorectl-vulns")
        || report.isEmptyList(of: format.name) && !report.isNamed(AnchorePolicies.format.name)
    }
    return root["vulnerabilities"].kind != .missing
      && root.either("imageDigest", "image_digest").string != nil
      && (root.either("vulnerability_type", "vulnerabilityType").string != nil
        || root["vulnerabilities"].elements.prefix(20).contains(where: isVulnerability))
  }

  /// Each vulnerability.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    let root = try report.requiredJSON()
    let image = root.isArray ? "" : root["imageFullTag"].string ?? ""
    let repository = ImageName.repository(of: image)
    var reading = Reading(
      scanner: format.name,
      category: .container,
      target: repository.isEmpty ? nil : repository
    )
    let list = root.isArray ? root.elements : try report.elements(of: "vulnerabilities")
    reading.collect(list) { entry throws(SyntaxError) in try finding(entry, in: image) }
    return reading
  }

  private static func isVulnerability(_ entry: JSON) -> Bool {
    entry["vuln"].string != nil && entry.either("packageName", "package_name").kind != .missing
  }

  private static func finding(_ entry: JSON, in image: String) throws(SyntaxError) -> Finding {
    var vulnerability = PackageVulnerability(
      try entry.requiredString("vuln"),
      of: Package(
        try entry.requiredString(either: "packageName", "package_name"),
        in: entry.either("packageType", "package_type").string,
        version: entry.either("packageVersion", "package_version").string,
        fixedIn: known(entry["fix"])
      ),
      severity: try entry.requiredString("severity")
    )
    for source in Array(entry["nvd_data"].elements) + entry["nvdData"].elements {
      if let id = source["id"].string { vulnerability.names.add(id) }
      for (key, old, version) in [("cvss_v3", "cvssV3", 3.0), ("cvss_v2", "cvssV2", 2)] {
        let rating = source[member: key].isObject ? source[member: key] : source[member: old]
        vulnerability.ratings.add(
          score: rating.either("base_score", "baseScore").double,
          vector: rating.either("vector_string", "vectorString").string,
          version: version
        )
      }
    }
    vulnerability.description = entry["description"].string ?? entry["extra"]["description"].string
    vulnerability.links = [entry["url"].string ?? ""]
    vulnerability.path = known(entry.either("packagePath", "package_path"))
    vulnerability.image = image
    return vulnerability.finding
  }

  /// A text; Anchore writes `None` where it has none, and `pkgdb` for the system's own packages.
  private static func known(_ value: JSON) -> String? {
    value.nonEmpty.flatMap { $0 == "None" || $0 == "pkgdb" ? nil : $0 }
  }
}
