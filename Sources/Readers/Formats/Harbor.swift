internal import Findings
internal import Syntax

/// Harbor: vulnerabilities of an artifact, as its registry passes a scanner's report on.
public enum Harbor: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "harbor",
    title: "Harbor vulnerability report",
    provenOn: "Harbor 2 with Clair and Trivy",
    produce: "curl -u $USER $URL/api/v2.0/…/additions/vulnerabilities > harbor.json",
    finding: """
      One vulnerability of one package. Identity: advisory, package and repository, where the report \
      names the artifact.
      """,
    outcome: "Failed if it states a severity and lists no vulnerability.",
    precedence: 3
  )

  /// A scanner's report, bare or under its media type.
  public static func recognises(_ report: Report) -> Bool { report.json.flatMap(body) != nil }

  /// Each vulnerability.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let body = report.json.flatMap(body) else {
      throw ReadError(problem: "expected a report")
    }
    let image = body["artifact"]["repository"].string ?? ""
    var reading = Reading(
      scanner: format.name,
      category: .container,
      target: image.isEmpty ? nil : image
    )
    let list = body["vulnerabilities"]
    let severity = body["severity"].string ?? "unknown"
    if !body.isObject { throw ReadError(problem: "expected an object as the report") }
    // Harbor writes `null` for an empty list.
    if list.kind == .null || list.kind == .missing {
      if Severity(word: severity) < .info || body["severity"].string == nil {
        reading.failure = "the report states a severity and lists no vulnerability"
      }
      return reading
    }
    do {
      reading.collect(try list.asArray().elements) { entry throws(SyntaxError) in
        try finding(entry, in: image)
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  private static func body(of root: JSON) -> JSON? {
    let wrapped = root.members.first { $0.key.holds("vnd.scanner.adapter.vuln.report") }?.value
    if let wrapped { return wrapped }
    let isBare =
      root["generated_at"].string != nil && root["scanner"]["vendor"].string != nil
      && root["severity"].string != nil
    return isBare ? root : nil
  }

  private static func finding(_ entry: JSON, in image: String) throws(SyntaxError) -> Finding {
    var vulnerability = PackageVulnerability(
      try entry.requiredString("id"),
      of: Package(
        try entry.requiredString("package"),
        in: nil,
        version: entry["version"].string,
        fixedIn: entry["fix_version"].string
      ),
      severity: try entry.requiredString("severity")
    )
    for weakness in entry["cwe_ids"].strings { vulnerability.names.add(cwe: weakness) }
    let rating = entry["preferred_cvss"]
    vulnerability.ratings.add(
      score: rating["score_v3"].double,
      vector: rating["vector_v3"].string,
      version: 3
    )
    vulnerability.ratings.add(
      score: rating["score_v2"].double,
      vector: rating["vector_v2"].string,
      version: 2
    )
    vulnerability.description = entry["description"].string
    vulnerability.links = entry["links"].strings
    vulnerability.image = image
    return vulnerability.finding
  }
}
