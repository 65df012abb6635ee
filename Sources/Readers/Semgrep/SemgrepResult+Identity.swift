internal import Findings
internal import Syntax

extension SemgrepResult {
  /// What the finding is recognised by: a package, or the rule and its place.
  func identity(_ location: Location, _ digests: SecretDigest) -> Identity {
    if let package = location.package {
      let advisory = IdentifierSet.advisory(among: rule.identifiers) ?? rule.rule.id
      return .dependency(advisory: advisory, package: package, manifest: path)
    }
    let snippet =
      rule.isCredential
      ? lines?.string.flatMap { SnippetDigest.of($0, keyedBy: digests) }
      : lines.flatMap { SnippetDigest.of($0) }
    let place = Place(
      path: path,
      line: location.line,
      snippet: snippet,
      fingerprint: fingerprint
    )
    return .code(rule: rule.rule.id, at: place)
  }

  /// Semgrep's own fingerprint, if it is one.
  var fingerprint: String? {
    guard let value = extra["fingerprint"].string, value.utf8.count <= 500,
      !FingerprintTest.isPlaceholder(value)
    else { return nil }
    return Redaction.harmless(value)
  }

  /// The dependency that was found vulnerable.
  var package: Package? {
    let found = extra["sca_info"]["dependency_match"]["found_dependency"]
    guard let name = found["package"].nonEmpty else { return nil }
    return Package(
      ecosystem: found["ecosystem"].string ?? "",
      name: MarkdownText.line(name),
      version: found["version"].nonEmpty.map { MarkdownText.line($0, limit: 100) }
    )
  }
}
