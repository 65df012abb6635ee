internal import Findings
internal import Syntax

/// One result of a run (SARIF §3.27).
struct SARIFResult {
  /// What a result says of its check.
  enum Kind {
    case fail
    case pass
    /// A human has to look.
    case review
    case other
  }

  private let result: JSON
  private let run: SARIFRun
  private let rule: SARIFRule
  private let location: Location
  private let snippet: JSON?

  /// A result and what it refers to; throws where it cannot be told what it is about.
  init(_ result: JSON, in run: SARIFRun) throws(SyntaxError) {
    self.result = result
    self.run = run
    rule = try run.rules.rule(of: result)
    let place = try run.locations.first(of: result)
    location = place?.location ?? Location()
    snippet = place?.snippet
  }

  /// Whether a result is a finding; a baseline's absent results are none.
  static func kind(of result: JSON) throws(SyntaxError) -> Kind {
    _ = try result.asObject()
    if result["baselineState"].equals("absent") { return .other }
    let kind = result["kind"]
    guard kind.exists else { return .fail }
    if kind.equals("pass") { return .pass }
    if kind.equals("review") || kind.equals("open") { return .review }
    return kind.equals("notApplicable") || kind.equals("informational") ? .other : .fail
  }

  /// The finding, recognised by what its category is recognised by.
  func finding(fingerprint key: SARIFFingerprints.Key?) -> Finding {
    let fingerprint = SARIFFingerprints.value(key, of: result)
    let text = SARIFMessage.text(of: result["message"], rule)
    var finding =
      rule.isSecret
      ? secret(text, fingerprint) : weakness(text, fingerprint)
    finding.suppression = suppression
    finding.occurrences = max(1, result["occurrenceCount"].int ?? 1)
    return finding
  }

  private func secret(_ text: String?, _ fingerprint: String?) -> Finding {
    let (severity, word) = severity
    return LeakedSecret(value: snippet?.string, context: snippet?.string).finding(
      rule: rule.rule,
      severity: severity,
      scannerSeverity: word,
      title: rule.title ?? rule.rule.name,
      location: location,
      identifiers: identifiers,
      fingerprint: fingerprint,
      run.digests
    )
  }

  private func weakness(_ text: String?, _ fingerprint: String?) -> Finding {
    let (severity, word) = severity
    var message = text.flatMap { rule.isCredential ? credential($0) : MarkdownText.clean($0) }
    let title = rule.title ?? message.map { MarkdownText.line($0.firstSentence) } ?? rule.rule.name
    if message == title { message = nil }
    var location = location
    location.package =
      rule.package
      ?? text.flatMap {
        rule.describesPackages ? SARIFPackage.package(inMessage: $0) : nil
      }
    if location.package != nil {
      // A package is no place in a text: such results say line 1 for want of another.
      location.line = nil
      location.endLine = nil
      location.column = nil
    }
    return Finding(
      rule: rule.rule,
      severity: severity,
      scannerSeverity: word,
      title: title,
      message: message,
      location: location,
      identity: identity(at: location, fingerprint),
      identifiers: identifiers
    )
  }

  private func credential(_ text: String) -> String? {
    guard let code = snippet?.nonEmpty else {
      return MarkdownText.clean(Redaction.masked(credentialMessage: text))
    }
    return Redaction.masked(credentialMessage: text, about: code)
  }

  private func identity(at location: Location, _ fingerprint: String?) -> Identity {
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

  /// The score where there is one, else the level: the result's, the rule's, `warning` (§3.27.10).
  private var severity: (Severity, String?) {
    let own = result["properties"]["security-severity"]
    if let score = own.double { return (Severity(score: score), own.text) }
    if let score = rule.score { return (Severity(score: score), rule.scoreWord) }
    let level = result["level"].string ?? rule.level
    return (Severity(word: level), level)
  }

  private var identifiers: [Identifier] {
    let taxa = result["taxa"]
    guard taxa.isArray else { return rule.identifiers }
    var set = IdentifierSet()
    for taxon in taxa.elements {
      guard let id = taxon["id"].string else { continue }
      if taxon["toolComponent"]["name"].equals("CWE") { set.add(cwe: id) } else { set.add(id) }
    }
    return set.identifiers.union(rule.identifiers).sorted()
  }

  /// Suppressed if there is a suppression and none is rejected or under review (§3.27.23).
  private var suppression: Suppression? {
    let suppressions = result["suppressions"]
    guard suppressions.isArray else { return nil }
    var reason: String?
    var isSuppressed = false
    for suppression in suppressions.elements {
      let status = suppression["status"]
      if status.equals("rejected") || status.equals("underReview") { return nil }
      isSuppressed = true
      reason = reason ?? suppression["justification"].nonEmpty
    }
    return isSuppressed ? Suppression(justification: reason.map { MarkdownText.line($0) }) : nil
  }
}
