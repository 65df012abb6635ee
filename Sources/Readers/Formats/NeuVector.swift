internal import Findings
internal import Syntax

/// NeuVector: vulnerabilities of an image, a node or a workload.
public enum NeuVector: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "neuvector",
    title: "NeuVector scan JSON",
    provenOn: "a report of NeuVector's API",
    produce: "curl -H \"X-Auth-Token: $KEY\" $URL/v1/scan/workload/ID > neuvector.json",
    finding: """
      One vulnerability of one package. Identity: advisory, package and image repository, where the \
      report names the image.
      """,
    outcome: "Failed if the report has an error message.",
    precedence: 3
  )

  /// A report with vulnerabilities beside modules or checks.
  public static func recognises(_ report: Report) -> Bool {
    guard let body = report.json?["report"], body.isObject else { return false }
    return body["vulnerabilities"].kind != .missing
      && (body["modules"].kind != .missing || body["checks"].kind != .missing
        || body["cmds"].kind != .missing)
  }

  /// Each vulnerability.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    let root = try report.requiredJSON()
    let body = root["report"]
    let name = body["repository"].nonEmpty
    let image = [body["registry"].nonEmpty, name].compactMap { $0 }.joined(separator: "/")
    var reading = Reading(
      scanner: format.name,
      category: .container,
      target: name.map { MarkdownText.line($0) }
    )
    if let error = root["error_message"].nonEmpty { reading.failure = MarkdownText.line(error) }
    do {
      let list = try body.requiredArray("vulnerabilities").elements
      reading.collect(list) { entry throws(SyntaxError) in try finding(entry, in: image) }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  private static func finding(_ entry: JSON, in image: String) throws(SyntaxError) -> Finding {
    var vulnerability = PackageVulnerability(
      try entry.requiredString("name"),
      of: Package(
        try entry.requiredString("package_name"),
        in: nil,
        version: entry["package_version"].string,
        fixedIn: entry["fixed_version"].string
      ),
      severity: try entry.requiredString("severity")
    )
    for name in entry["cves"].strings { vulnerability.names.add(name) }
    for (score, vector, version) in [
      (entry["score_v3"], entry["vectors_v3"], 3.0), (entry["score"], entry["vectors"], 2),
    ] {
      guard let score = score.double, score > 0 else { continue }
      vulnerability.ratings.add(score: score, vector: vector.string, version: version)
    }
    vulnerability.description = entry["description"].string
    vulnerability.links = [entry["link"].string ?? ""]
    vulnerability.path = entry["file_name"].nonEmpty
    vulnerability.image = image
    if entry["tags"].strings.contains("accepted") {
      vulnerability.suppression = Suppression(justification: "accepted")
    }
    return vulnerability.finding
  }
}
