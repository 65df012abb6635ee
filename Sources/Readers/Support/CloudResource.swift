internal import Findings

/// What an audit of a cloud looked at: a resource of an account in a region.
struct CloudResource {
  var account = ""
  var region = ""
  /// The ARN or another unique name.
  var id = ""
  /// The image, where the resource is one: its repository, and a tag if it has one.
  var image: String?

  /// A location here.
  var location: Location {
    var location = Location()
    location.account = account.isEmpty ? nil : account
    location.region = region.isEmpty ? nil : region
    location.resource = id.isEmpty ? nil : MarkdownText.line(id, limit: 1000)
    location.image = image
    return location
  }

  /// The finding of a check.
  func finding(
    _ rule: Rule,
    severity: Severity,
    word: String?,
    title: String,
    message: String?,
    names: IdentifierSet = IdentifierSet(),
    suppression: Suppression? = nil
  ) -> Finding {
    Finding(
      rule: rule,
      severity: severity,
      scannerSeverity: word,
      title: MarkdownText.line(title),
      message: MarkdownText.clean(message),
      location: location,
      identity: .cloud(check: rule.id, account: account, region: region, resource: id),
      identifiers: names.sorted,
      suppression: suppression
    )
  }

  /// The finding of a package's vulnerability: an image's is known by its repository, another by its
  /// resource too.
  func finding(_ vulnerability: PackageVulnerability) -> Finding {
    var vulnerability = vulnerability
    vulnerability.image = image
    var finding = vulnerability.finding
    let place = location
    finding.location.account = place.account
    finding.location.region = place.region
    finding.location.resource = place.resource
    if image == nil {
      let advisory = vulnerability.names.advisory ?? vulnerability.id
      finding.identity = .cloud(
        check: "\(advisory) \(vulnerability.package.name)",
        account: account,
        region: region,
        resource: id
      )
    }
    return finding
  }
}
