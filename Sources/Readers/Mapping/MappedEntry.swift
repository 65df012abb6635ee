internal import Findings
internal import Syntax

/// One entry of a report that a mapping describes.
struct MappedEntry {
  private let entry: ReportEntry
  let mapping: ReportMapping
  private let digests: SecretDigest
  private let redact: Redaction

  /// An entry, whose secret values are looked up first: no other text may quote them.
  init(
    _ entry: ReportEntry,
    _ mapping: ReportMapping,
    _ digests: SecretDigest
  ) throws(SyntaxError) {
    self.entry = entry
    self.mapping = mapping
    self.digests = digests
    let secrets = mapping.fields.values.filter(\.isSecret).flatMap(\.paths)
    redact = Redaction(
      hiding: secrets.flatMap { $0.nodes(from: entry).compactMap(\.text) }.filter { !$0.isEmpty }
    )
  }

  /// The finding; the rule is all that it cannot do without.
  func finding() throws(SyntaxError) -> Finding {
    guard let rule = try line(.rule) else {
      let place = mapping.fields[.rule]?.paths.first?.text ?? ""
      throw entry.node.error("expected a rule in `\(place)`, found none")
    }
    let name = try line(.name)
    let word = try text(.severity).map { MarkdownText.line($0, limit: 60, hiding: redact) }
    let title = try line(.title) ?? name ?? rule
    let message = try clean(.message)
    let location = try location()
    var names = IdentifierSet([rule])
    for text in try texts(.identifiers) {
      for name in text.split(whereSeparator: { ",; \n".contains($0) }) {
        names.add(redact.known(String(name)))
      }
    }
    return Finding(
      rule: Rule(
        id: rule,
        name: name,
        description: try clean(.description),
        remediation: try clean(.remediation),
        references: Links.among(try texts(.references)).map { redact.known($0) }
      ),
      severity: word.map { mapping.severities[$0.lowercased()] ?? Severity(word: $0) } ?? .unknown,
      scannerSeverity: word,
      title: title,
      message: message,
      location: location,
      identity: try identity(rule, names.advisory, location, saying: message ?? title),
      identifiers: names.sorted,
      cvss: try rating()
    )
  }

  private func location() throws(SyntaxError) -> Location {
    let path = try text(.path).map { redact.known(PathNormalisation.normalised($0)) }
    var location = Location(
      path: path.flatMap { $0.isEmpty ? nil : MarkdownText.path($0) },
      line: try number(.line),
      endLine: try number(.endLine)
    )
    location.package = try package()
    location.resource = try line(.resource)
    location.url = try endpoint()?.display
    location.method = try line(.method, limit: 20)
    location.parameter = try line(.parameter, limit: 200)
    location.image = try line(.image)
    location.account = try line(.account)
    location.region = try line(.region)
    location.cluster = try line(.cluster)
    return location
  }

  /// The package, named by itself or by its package URL.
  private func package() throws(SyntaxError) -> Package? {
    guard let name = try text(.package) else { return nil }
    var package = PackageURL(parsing: name)?.package ?? Package(ecosystem: "", name: name)
    package.name = MarkdownText.line(package.name, hiding: redact)
    package.ecosystem =
      try line(.ecosystem, limit: 60)?.lowercased()
      ?? MarkdownText.line(package.ecosystem, limit: 60, hiding: redact)
    let version = try line(.version, limit: 100)
    package.version = version ?? package.version.map { MarkdownText.line($0, hiding: redact) }
    package.fixedIn = try line(.fixedIn, limit: 200)
    return package
  }

  private func rating() throws(SyntaxError) -> CVSS? {
    guard let text = try text(.score) else { return nil }
    guard let score = Double(text) else { throw entry.node.error("expected a number as score") }
    var ratings = CVSSRatings()
    ratings.add(score: score, vector: try self.text(.vector))
    return ratings.best
  }
}

// What a field's places hold.
extension MappedEntry {
  /// The URL that was tested, without what in it may be secret.
  func endpoint() throws(SyntaxError) -> EndpointURL? {
    try text(.url).map { EndpointURL(redact.known($0)) }
  }

  /// The keyed digest of the secret that leaked.
  func secret() throws(SyntaxError) -> String? { try text(.secret) }

  func line(
    _ field: ReportMapping.Field,
    limit: Int = 300
  ) throws(SyntaxError) -> String? {
    guard let text = try text(field) else { return nil }
    let line = MarkdownText.line(text, limit: limit, hiding: redact)
    return line.isEmpty ? nil : line
  }

  private func clean(_ field: ReportMapping.Field) throws(SyntaxError) -> String? {
    MarkdownText.clean(try text(field), hiding: redact)
  }

  /// A line's number; 0 stands for none.
  private func number(_ field: ReportMapping.Field) throws(SyntaxError) -> Int? {
    guard let text = try text(field) else { return nil }
    guard let number = Int(text) else {
      throw entry.node.error("expected a number as \(field.rawValue)")
    }
    return number > 0 ? number : nil
  }

  /// The first text among the field's places; of a secret its digest.
  private func text(_ field: ReportMapping.Field) throws(SyntaxError) -> String? {
    guard let value = mapping.fields[field] else { return nil }
    for path in value.paths {
      for node in path.nodes(from: entry) {
        guard let text = node.text else { throw node.error("expected text as \(field.rawValue)") }
        if text.isEmpty { continue }
        guard value.isSecret else { return text }
        return LeakedSecret.isRedacted(text) ? nil : digests(text)
      }
    }
    return value.constant
  }

  /// All texts in the first of the field's places that has any; a list may stand there too.
  private func texts(_ field: ReportMapping.Field) throws(SyntaxError) -> [String] {
    guard let value = mapping.fields[field] else { return [] }
    for path in value.paths {
      var texts: [String] = []
      for node in path.nodes(from: entry) {
        var parts = node.nodes(at: .all)
        if parts.isEmpty, node.isTelling { parts = [node] }
        for part in parts {
          guard let text = part.text else {
            throw part.error("expected text as \(field.rawValue)")
          }
          texts.append(text)
        }
      }
      if !texts.isEmpty { return texts }
    }
    return value.constant.map { [$0] } ?? []
  }
}
