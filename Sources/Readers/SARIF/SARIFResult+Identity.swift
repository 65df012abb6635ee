internal import Findings
internal import Syntax

extension SARIFResult {
  /// What the finding is recognised by, as what it is about has it.
  func identity(at location: Location, _ fingerprint: String?) -> Identity {
    if let package = location.package {
      let advisory = IdentifierSet.advisory(among: rule.identifiers) ?? rule.rule.id
      return .dependency(advisory: advisory, package: package, manifest: location.path ?? "")
    }
    if let url = location.url {
      return .endpoint(rule: rule.rule.id, method: "", template: url, parameter: "", url: url)
    }
    let place = Place(
      path: location.path ?? "",
      line: location.line,
      logical: location.logical,
      snippet: digest,
      fingerprint: fingerprint
    )
    if run.category == .iac {
      return .resource(rule: rule.rule.id, address: location.logical, at: place)
    }
    return Identity(key: rule.codeKey, place: place)
  }

  private var digest: UInt64? {
    guard let snippet else { return nil }
    return rule.isCredential
      ? snippet.string.flatMap { SnippetDigest.of($0, keyedBy: run.digests) }
      : SnippetDigest.of(snippet)
  }
}
