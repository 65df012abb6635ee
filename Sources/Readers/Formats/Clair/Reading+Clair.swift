internal import Findings
internal import Syntax

extension Reading {
  /// Adds the vulnerabilities that Clair 4 lists for each package, all by their ids.
  mutating func add(clair4 root: JSON) throws(SyntaxError) {
    let packages = try root.requiredObject("packages")
    let vulnerabilities = try root.requiredObject("vulnerabilities")
    for (id, list) in try root.requiredObject("package_vulnerabilities").members {
      let package = packages[member: id]
      collect(try list.asArray().elements) { number throws(SyntaxError) in
        let entry = vulnerabilities[member: number.text ?? ""]
        if !entry.isObject { throw number.error("expected the id of a vulnerability") }
        var vulnerability = PackageVulnerability(
          try entry.requiredString("name"),
          of: Package(
            try package.requiredString("name"),
            in: entry["distribution"]["did"].string,
            version: package["version"].string,
            fixedIn: entry["fixed_in_version"].string
          ),
          severity: try entry.requiredString("normalized_severity")
        )
        vulnerability.description = entry["description"].string
        vulnerability.links = [entry["links"].string ?? ""]
        vulnerability.image = ""
        return vulnerability.finding
      }
    }
  }
}
