internal import Findings
internal import Syntax

/// One check that Checkov made of one resource.
struct CheckovCheck {
  private let entry: JSON
  /// The framework, such as `terraform`, `secrets` or `sca_package`.
  private let kind: String
  private let rule: Rule
  private let resource: String
  private let severity: String?
  private let location: Location

  init(_ entry: JSON, of kind: String) throws(SyntaxError) {
    self.entry = try entry.asObject()
    self.kind = kind
    let id = try entry.requiredString("check_id")
    rule = Rule(
      id: id,
      name: try entry.optionalString("check_name").map { MarkdownText.line($0) },
      description: MarkdownText.clean(entry["description"].string),
      references: Links.among(entry["guideline"])
    )
    let address = try entry.requiredString("resource")
    resource = entry["resource_address"].nonEmpty ?? address
    severity = try entry.optionalString("severity")
    let lines = try entry.optionalArray("file_line_range")
    location = Location(
      path: try Self.path(of: entry),
      line: lines[0].int.flatMap { $0 > 0 ? $0 : nil },
      endLine: lines[1].int.flatMap { $0 > 0 ? $0 : nil }
    )
  }

  /// The finding, in the recipe of its framework.
  func finding(_ digests: SecretDigest) -> Finding {
    if kind == "secrets" { return secret(digests) }
    if let vulnerability = entry["vulnerability_details"].checkovVulnerability {
      return finding(of: vulnerability)
    }
    var location = location
    location.resource = MarkdownText.line(resource)
    return Finding(
      rule: rule,
      severity: severity.map { Severity(word: $0) } ?? .unknown,
      scannerSeverity: severity,
      title: rule.name,
      message: details,
      location: location,
      identity: .resource(rule: rule.id, address: resource, at: place),
      identifiers: benchmarks
    )
  }

  /// The resource of a secret is a hash of it: it stays here, and what leaves is keyed.
  private func secret(_ digests: SecretDigest) -> Finding {
    LeakedSecret(value: resource).finding(
      rule: rule,
      severity: severity.map { Severity(word: $0) } ?? .high,
      scannerSeverity: severity,
      title: rule.name,
      location: location,
      digests
    )
  }

  private func finding(of vulnerability: PackageVulnerability) -> Finding {
    var vulnerability = vulnerability
    vulnerability.severity = severity.map { Severity(word: $0) } ?? .unknown
    vulnerability.word = severity
    vulnerability.path = location.path
    var finding = vulnerability.finding
    finding.location.line = location.line
    finding.location.endLine = location.endLine
    return finding
  }

  private var place: Place {
    var code = ""
    for line in entry["code_block"].elements { code += line[1].string ?? "" }
    return Place(
      path: location.path ?? "",
      line: location.line,
      snippet: SnippetDigest.of(code)
    )
  }

  private var details: String? {
    MarkdownText.clean(entry["details"].strings.joined(separator: "\n"))
  }

  /// The requirements of benchmarks, such as `CIS GCP V1.1 5.2`.
  private var benchmarks: [Identifier] {
    var names = IdentifierSet()
    for (benchmark, requirements) in entry["benchmarks"].members {
      for requirement in requirements.elements {
        guard let name = requirement["name"].nonEmpty else { continue }
        names.add(benchmark.hasPrefix("CIS") ? .cis : .framework, "\(benchmark) \(name)")
      }
    }
    return names.sorted
  }

  /// The path from the repository's root, or from the scanned folder where Checkov knew no root.
  ///
  /// Both begin with a slash.
  private static func path(of entry: JSON) throws(SyntaxError) -> String {
    let inFolder = try entry.requiredString("file_path")
    let inRepository = try entry.optionalString("repo_file_path")
    let absolute = try entry.optionalString("file_abs_path")
    let isKnown = inRepository != absolute && inRepository?.isEmpty == false
    let path = isKnown ? inRepository ?? inFolder : inFolder
    return PathNormalisation.normalised(String(path.drop { $0 == "/" }))
  }
}
