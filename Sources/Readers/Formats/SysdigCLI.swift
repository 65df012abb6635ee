internal import Findings
internal import Syntax

/// Sysdig's command line scanner: vulnerabilities of an image.
public enum SysdigCLI: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "sysdig-cli",
    title: "sysdig-cli-scanner JSON",
    provenOn: "the layout of sysdig-cli-scanner 1.22 that Sysdig documents",
    produce: "sysdig-cli-scanner --json-scan-result=sysdig.json IMAGE",
    finding: """
      One vulnerability of one package in the image. Identity: advisory, package and image \
      repository. Accepted risks are suppressed.
      """,
    outcome: "Complete if the report is whole.",
    precedence: 3
  )

  /// A result with packages and vulnerabilities that know each other by their keys.
  public static func recognises(_ report: Report) -> Bool {
    guard let result = report.json?["result"] else { return false }
    return result["packages"].isObject && result["vulnerabilities"].isObject
      && result["metadata"].isObject
  }

  /// Each vulnerability of each package.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: "sysdig", .container) { reading, root throws(SyntaxError) in
      reading.scannerVersion = root["scanner"]["version"].string
      let result = try root.requiredObject("result")
      let known = try result.requiredObject("vulnerabilities")
      let image = result["metadata"]["pullString"].nonEmpty ?? ""
      if !image.isEmpty { reading.target = ImageName.repository(of: image) }
      let packages = try result.requiredObject("packages").members.map(\.value)
      reading.forEach(packages) { reading, package throws(SyntaxError) in
        if [.missing, .null].contains(package["vulnerabilitiesRefs"].kind) { return }
        let name = try package.requiredString("name")
        let keys = try package.requiredArray("vulnerabilitiesRefs").strings
        reading.collect(keys) { key throws(SyntaxError) in
          let entry = try known[member: key].asObject()
          var vulnerability = PackageVulnerability(
            try entry.requiredString("name"),
            of: Package(
              name,
              in: package["type"].string,
              version: package["version"].string,
              fixedIn: entry["fixVersion"].nonEmpty ?? package["suggestedFix"].nonEmpty
            ),
            severity: try entry.requiredString("severity")
          )
          let rating = entry["cvssScore"]
          vulnerability.ratings.add(
            score: rating["score"].double,
            vector: rating["vector"].string,
            version: rating["version"].double
          )
          vulnerability.path = package["path"].string
          vulnerability.image = image
          if let reference = entry["riskAcceptRefs"].strings.first {
            let reason = result["riskAccepts"][member: reference]["description"].nonEmpty
            vulnerability.suppression = Suppression(
              justification: MarkdownText.clean(reason ?? "risk accepted")
            )
          }
          return vulnerability.finding
        }
      }
      reading.failIfNone(of: known.count, "vulnerabilities")
    }
  }
}
