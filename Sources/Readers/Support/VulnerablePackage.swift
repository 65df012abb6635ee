internal import Findings

/// What a scanner reports of one package: an advisory, and the package that it concerns.
struct VulnerablePackage {
  /// The advisory as the scanner names it.
  var id: String
  var package: Package
  var severity: (Severity, word: String?)
  var title: String?
  var description: String?
  var remediation: String?
  var references: [String] = []
  /// The file the package was found in, if the scanner says.
  var manifest: String?
  var names = IdentifierSet()
  var ratings = CVSSRatings()
  var suppression: Suppression?

  init(_ id: String, in package: Package, _ severity: (Severity, word: String?)) {
    self.id = MarkdownText.line(id)
    self.package = package
    self.severity = severity
    names.add(id)
  }

  /// The finding, its texts cleaned.
  var finding: Finding {
    let manifest = manifest.map { PathNormalisation.normalised($0) }
    var location = Location(path: manifest.map { MarkdownText.path($0) })
    location.package = package
    let title = MarkdownText.line(title ?? "\(id) in \(package.name)")
    return Finding(
      rule: Rule(
        id: id,
        name: title,
        description: MarkdownText.clean(description),
        remediation: MarkdownText.clean(remediation),
        references: Links.among(references)
      ),
      severity: severity.0,
      scannerSeverity: severity.word,
      title: title,
      location: location,
      identity: .dependency(
        advisory: names.advisory ?? id,
        package: package,
        manifest: manifest ?? ""
      ),
      identifiers: names.sorted,
      cvss: ratings.best,
      suppression: suppression
    )
  }
}
