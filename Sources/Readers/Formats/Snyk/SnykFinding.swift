internal import Findings
internal import Syntax

extension Snyk {
  /// The finding of an issue in a manifest or an image.
  static func finding(
    _ entry: JSON,
    in manifest: String?,
    image: String?
  ) throws(SyntaxError) -> Finding {
    let fixes = entry["fixedIn"].strings
    // Until 2020 `critical` stood beside the severity, not in it.
    let severity = try entry.requiredString("severity")
    var vulnerability = PackageVulnerability(
      try entry.requiredString("id"),
      of: Package(
        try entry.requiredString("name"),
        in: entry["packageManager"].string ?? entry["language"].string,
        version: entry["version"].string,
        fixedIn: fixes.isEmpty
          ? entry["nearestFixedInVersion"].string : fixes.joined(separator: ", ")
      ),
      severity: entry["severityWithCritical"].string ?? severity
    )
    for (_, list) in entry["identifiers"].members {
      for name in list.strings { vulnerability.names.add(name) }
    }
    vulnerability.ratings.add(
      score: entry["cvssScore"].double,
      vector: entry["CVSSv3"].string
    )
    vulnerability.title = try entry.requiredString("title")
    vulnerability.description = entry["description"].string
    vulnerability.links = entry["references"].elements.compactMap { $0["url"].string }
    vulnerability.path = manifest
    vulnerability.image = image
    return vulnerability.finding
  }
}
