internal import Findings
internal import Syntax

/// Grype: known vulnerabilities of the packages in an image, a folder or a bill of materials.
public enum Grype: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "grype",
    title: "Grype JSON",
    provenOn: "Grype 0.7 to 0.94",
    produce: "grype IMAGE --output json --file grype.json",
    finding: """
      One match of an advisory with a package. Identity: advisory, package and image repository, or \
      advisory, package and file. Ignored matches (`--show-suppressed`) are suppressed.
      """,
    outcome: "Complete if the report is whole.",
    precedence: 3
  )

  /// Matches of vulnerabilities with artifacts, as Grype describes itself.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["matches"].kind != .missing else { return false }
    return root["descriptor"]["name"].equals("grype")
      || root["matches"].elements.prefix(20).contains {
        $0["vulnerability"].isObject && $0["artifact"].isObject
      }
  }

  /// Each match, the ignored ones as suppressed.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    let matches = try report.elements(of: "matches")
    let root = try report.requiredJSON()
    let source = root["source"]
    let image = source["type"].equals("image") ? source["target"]["userInput"].string ?? "" : nil
    var reading = Reading(
      scanner: format.name,
      version: root["descriptor"]["version"].nonEmpty,
      category: image == nil ? .dependency : .container,
      target: image.map(ImageName.repository)
    )
    reading.collect(matches) { match throws(SyntaxError) in try finding(match, in: image) }
    reading.collect(root["ignoredMatches"].elements) { match throws(SyntaxError) in
      var finding = try finding(match, in: image)
      let reasons = match["appliedIgnoreRules"].elements.compactMap {
        $0["reason"].nonEmpty ?? $0["vex-justification"].nonEmpty ?? $0["fix-state"].nonEmpty
      }
      finding.suppression = Suppression(justification: MarkdownText.clean(reasons.first))
      return finding
    }
    return reading
  }

  private static func finding(_ match: JSON, in image: String?) throws(SyntaxError) -> Finding {
    let entry = try match.requiredObject("vulnerability")
    let artifact = try match.requiredObject("artifact")
    let related = Array(match["relatedVulnerabilities"].elements)
    let fixes = entry["fix"]["versions"].strings
    let fixed = fixes.isEmpty ? nil : fixes.joined(separator: ", ")
    let named = Package(
      try artifact.requiredString("name"),
      in: artifact["type"].string,
      version: artifact["version"].string,
      fixedIn: fixed
    )
    var package = Package(url: artifact["purl"].string, fixedIn: fixed) ?? named
    // A package URL has the epoch of an RPM's version elsewhere.
    package.version = named.version.map { MarkdownText.line($0) } ?? package.version
    var vulnerability = PackageVulnerability(
      try entry.requiredString("id"),
      of: package,
      severity: try entry.optionalString("severity")
    )
    for record in [entry] + related {
      if let id = record["id"].string { vulnerability.names.add(id) }
      for weakness in record["cwes"].elements {
        if let name = weakness["cwe"].string { vulnerability.names.add(cwe: name) }
      }
      for rating in record["cvss"].elements {
        vulnerability.ratings.add(
          score: rating["metrics"]["baseScore"].double,
          vector: rating["vector"].string,
          version: rating["version"].double
        )
      }
    }
    vulnerability.description =
      entry["description"].nonEmpty ?? related.lazy.compactMap { $0["description"].nonEmpty }.first
    vulnerability.links = [entry["dataSource"].string ?? ""] + entry["urls"].strings
    vulnerability.path = artifact["locations"][0]["path"].string
    vulnerability.image = image
    if entry["fix"]["state"].equals("wont-fix") {
      vulnerability.message = "The maintainers will not fix it."
    }
    return vulnerability.finding
  }
}
