internal import Findings
internal import Syntax

/// Wiz's command line: vulnerabilities and secrets of folders and images.
public enum WizCLI: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "wiz-cli",
    title: "Wiz CLI JSON (`dir scan`, `docker scan`)",
    provenOn: "reports of 2024",
    produce: "wizcli dir scan --path . --format json > wiz-cli.json",
    finding: """
      One vulnerability of one package, or one secret. Identity: advisory and package, with the image; \
      kind of secret and file. Wiz states no severity of secrets: high.
      """,
    outcome: "Failed if the scan's own state is not SUCCESS.",
    precedence: 3
  )

  /// The result of a scan of a disk, as Wiz names its type.
  public static func recognises(_ report: Report) -> Bool {
    report.json.map { $0["result"]["__typename"].equals("CICDDiskScanResult") } ?? false
  }

  /// Each vulnerability of each package, and each secret.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    let root = try report.requiredJSON()
    let origin = root["scanOriginResource"]
    let isImage = origin["__typename"].equals("CICDScanOriginContainerImage")
    let image = isImage ? origin["name"].string ?? "" : nil
    var reading = Reading(
      scanner: format.name,
      category: isImage ? .container : .dependency,
      target: image.map(ImageName.repository)
    )
    let state = root["status"]["state"].string ?? "unknown"
    if state != "SUCCESS" { reading.failure = MarkdownText.line("the scan's state is \(state)") }
    let result = root["result"]
    let lists: [StaticString] = ["osPackages", "libraries", "applications", "cpes"]
    do {
      for key in lists {
        let packages = try result.optionalArray(key).elements
        reading.forEach(packages) { reading, package throws(SyntaxError) in
          let list = try package.optionalArray("vulnerabilities").elements
          reading.collect(list) { entry throws(SyntaxError) in
            try finding(entry, of: package, in: image)
          }
        }
      }
      reading.collect(try result.optionalArray("secrets").elements) { entry throws(SyntaxError) in
        try secret(entry, in: image, report.digests)
      }
    } catch {
      throw ReadError(error)
    }
    let counts = result["analytics"]
    let counted = ["infoCount", "lowCount", "mediumCount", "highCount", "criticalCount"].reduce(0) {
      $0 + (counts["vulnerabilities"][member: $1].int ?? 0)
    }
    reading.failIfNone(of: counted + (counts["secrets"]["totalCount"].int ?? 0), "findings")
    return reading
  }

  private static func finding(
    _ entry: JSON,
    of package: JSON,
    in image: String?
  ) throws(SyntaxError) -> Finding {
    var vulnerability = PackageVulnerability(
      try entry.requiredString("name"),
      of: Package(
        try package.requiredString("name"),
        in: nil,
        version: package["version"].string,
        fixedIn: entry["fixedVersion"].string
      ),
      severity: try entry.requiredString("severity")
    )
    vulnerability.ratings.add(score: entry["score"].double, vector: nil)
    vulnerability.description = entry["description"].string
    vulnerability.links = [entry["source"].string ?? ""]
    // Paths begin with `/` although they are relative to the folder that was scanned.
    let path = package["path"].nonEmpty
    vulnerability.path = image == nil ? path.map { String($0.trimmingPrefix("/")) } : path
    vulnerability.image = image
    return vulnerability.finding
  }

  private static func secret(
    _ entry: JSON,
    in image: String?,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let type = try entry.requiredString("type")
    let path = try entry.requiredString("path")
    var location = Location(
      path: image == nil ? String(path.trimmingPrefix("/")) : path,
      line: entry["lineNumber"].int
    )
    location.image = image
    return LeakedSecret(value: nil, context: entry["snippet"].string).finding(
      rule: Rule(id: type),
      title: "Secret: \(type.lowercased().exchanging("_", for: " "))",
      location: location,
      digests
    )
  }
}
