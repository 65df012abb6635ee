internal import Findings
internal import Syntax

/// bundler-audit: known vulnerabilities of Ruby gems, as JSON or as the text it prints.
public enum BundlerAudit: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "bundler-audit",
    title: "bundler-audit JSON and text",
    provenOn: "bundler-audit 0.9",
    produce: "bundle-audit check --format json --output bundler-audit.json",
    finding: """
      One advisory of one gem, or one insecure source. Identity: advisory and gem, or the source.
      """,
    outcome: """
      Text is complete if it ends with its verdict. The text of a scan without findings is known by \
      the report's name.
      """,
    precedence: 3
  )

  /// Results with gems or sources; blocks of text that begin with a gem's name.
  public static func recognises(_ report: Report) -> Bool {
    if case .text(let text) = report.content {
      return text.contains("\nVersion: ") && text.contains("\nCriticality: ")
        && text.contains("\nSolution: ")
        || report.isNamed(format.name) && text.contains("No vulnerabilities found")
    }
    guard let root = report.json, root["results"].isArray else { return false }
    return root["created_at"].string != nil && root["version"].string != nil
      && root["results"].elements.allSatisfy { $0["type"].string != nil }
  }

  /// Each result.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    if case .text(let text) = report.content {
      reading.add(printed: text)
      return reading
    }
    reading.scannerVersion = report.json?["version"].nonEmpty
    reading.collect(try report.elements(of: "results")) { result throws(SyntaxError) in
      result["type"].equals("insecure_source")
        ? insecure(try result.requiredString("source")) : try unpatched(result)
    }
    return reading
  }

  private static func unpatched(_ result: JSON) throws(SyntaxError) -> Finding {
    let gem = try result.requiredObject("gem")
    let advisory = try result.requiredObject("advisory")
    var vulnerability = PackageVulnerability(
      try advisory.requiredString("id"),
      of: Package(
        try gem.requiredString("name"),
        in: "gem",
        version: gem["version"].string,
        fixedIn: advisory["patched_versions"].strings.joined(separator: ", ")
      ),
      severity: advisory["criticality"].string
    )
    if let cve = advisory["cve"].nonEmpty { vulnerability.names.add("CVE-\(cve)") }
    if let ghsa = advisory["ghsa"].nonEmpty { vulnerability.names.add("GHSA-\(ghsa)") }
    vulnerability.ratings.add(score: advisory["cvss_v3"].double, vector: nil, version: 3)
    vulnerability.ratings.add(score: advisory["cvss_v2"].double, vector: nil, version: 2)
    vulnerability.title = advisory["title"].string
    vulnerability.description = advisory["description"].string
    vulnerability.links = [advisory["url"].string ?? ""]
    return vulnerability.finding
  }

  /// The finding of a source that is fetched without encryption.
  static func insecure(_ source: String) -> Finding {
    let source = Redaction.masked(MarkdownText.line(source))
    let title = "Gems are fetched from an insecure source: \(source)"
    return Finding(
      rule: Rule(id: "insecure_source", name: "Insecure source"),
      severity: .unknown,
      title: title,
      location: Location(path: "Gemfile"),
      identity: .resource(
        rule: "insecure_source",
        address: source,
        at: Place(path: "Gemfile")
      )
    )
  }
}
