internal import Findings

extension Reading {
  /// Adds the gems and sources of printed text, a block each.
  mutating func add(printed text: String) {
    let verdicts = [
      "Vulnerabilities found", "No vulnerabilities found", "Unpatched versions found",
    ]
    if !verdicts.contains(where: text.contains) {
      gaps.append("the text has no verdict at its end")
    }
    for block in text.exchanging("\r\n", for: "\n").split(separator: "\n\n") {
      if let source = block.firstRange(of: "Insecure Source URI found: ") {
        let address = block[source.upperBound...].prefix { $0 != "\n" }
        findings.append(BundlerAudit.insecure(String(address)))
      }
      var fields: [Substring: String] = [:]
      for line in block.split(separator: "\n") {
        guard let colon = line.firstRange(of: ": ") else { continue }
        fields[line[..<colon.lowerBound]] = String(line[colon.upperBound...])
      }
      if let name = fields["Name"] { add(fields, of: name) }
    }
  }

  private mutating func add(_ fields: [Substring: String], of name: String) {
    let names = [fields["CVE"], fields["GHSA"], fields["Advisory"], fields["OSVDB"]]
    guard let id = names.compactMap({ $0 }).first else {
      return skipped.add(ReadError(place: name, problem: "expected an advisory, found none"))
    }
    let solution = fields["Solution"]
    var vulnerability = PackageVulnerability(
      id,
      of: Package(
        name,
        in: "gem",
        version: fields["Version"],
        fixedIn: solution.map { String($0.trimmingPrefix("upgrade to ")) }
      ),
      severity: fields["Criticality"]
    )
    for name in names.compactMap({ $0 }) { vulnerability.names.add(name) }
    vulnerability.title = fields["Title"]
    vulnerability.links = [fields["URL"] ?? ""]
    findings.append(vulnerability.finding)
  }
}
