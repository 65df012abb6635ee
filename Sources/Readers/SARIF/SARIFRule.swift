internal import Findings
internal import Syntax

/// What a rule gives to each of its results.
final class SARIFRule {
  let id: String
  let rule: Rule
  /// What a finding of code is recognised by: the same for all of them.
  let codeKey: String
  let describesPackages: Bool
  /// One line that names the problem; nil where only the result's message does.
  let title: String?
  let level: String
  let score: Double?
  let scoreWord: String?
  let identifiers: [Identifier]
  let isSecret: Bool
  let isCredential: Bool
  /// The package that the rule is about, where each package has a rule of its own (Grype).
  let package: Package?
  private let json: JSON
  private let globalStrings: JSON

  init(
    id: String,
    _ json: JSON,
    _ globalStrings: JSON,
    isSecret: Bool,
    level override: String? = nil
  ) {
    self.id = id
    self.json = json
    self.globalStrings = globalStrings
    let properties = json["properties"]
    let tags = properties["tags"].strings
    level = override ?? json["defaultConfiguration"]["level"].string ?? "warning"
    score = properties["security-severity"].double
    scoreWord = score == nil ? nil : properties["security-severity"].text
    identifiers = Self.identifiers(id, json, tags)
    self.isSecret = isSecret || tags.contains { $0 == "secret" || $0 == "secrets" }
    isCredential = CredentialRules.isCredential(id, identifiers)
    let short = Self.line(json["shortDescription"])
    let full = json["fullDescription"]
    let name = json["name"].nonEmpty.map { MarkdownText.line($0) }
    title = Self.title(id, short: short, full: full, name: name)
    let help = json["help"]
    package = SARIFPackage.package(labelledIn: help["text"])
    let description = MarkdownText.clean(full["markdown"].nonEmpty ?? full["text"].nonEmpty)
    let remediation = MarkdownText.clean(help["markdown"].nonEmpty ?? help["text"].nonEmpty)
    describesPackages = name?.hasSuffix("PackageVulnerability") == true
    codeKey = Identity.code(rule: MarkdownText.line(id), at: Place(path: "")).key
    rule = Rule(
      id: MarkdownText.line(id),
      name: name ?? short,
      description: description ?? short,
      remediation: remediation == description ? nil : remediation,
      references: Links.among([json["helpUri"].nonEmpty, help["text"].nonEmpty].compactMap { $0 })
    )
  }

  /// The text of the message with this id, the rule's own before the driver's (§3.11.7).
  func message(id: String) -> JSON {
    let own = json["messageStrings"][member: id]
    return own.exists ? own : globalStrings[member: id]
  }

  private static func line(_ message: JSON) -> String? {
    message["text"].nonEmpty.map { MarkdownText.line($0) }
  }

  /// The short description, unless it only repeats the id; then the first sentence of the long one.
  private static func title(_ id: String, short: String?, full: JSON, name: String?) -> String? {
    if let short, !short.isEmpty, short != id, !short.hasSuffix(": \(id)") { return short }
    guard let text = line(full), !text.isEmpty, text != id else { return nil }
    return text.firstSentence
  }

  private static func identifiers(_ id: String, _ json: JSON, _ tags: [String]) -> [Identifier] {
    var set = IdentifierSet(tags)
    set.add(id)
    // Some put the advisory behind a name of their own: `BDSA-2020-1001 (CVE-2020-11022)`.
    for word in id.split(whereSeparator: { " (),;".contains($0) }) { set.add(String(word)) }
    let properties = json["properties"]
    for key in ["cwe", "cwes", "cweId", "cwe_id", "CWE"] {
      let value = properties[member: key]
      for text in value.strings + [value.text].compactMap({ $0 }) { set.add(cwe: text) }
    }
    for relationship in json["relationships"].elements {
      let target = relationship["target"]
      guard let id = target["id"].string else { continue }
      if target["toolComponent"]["name"].equals("CWE") { set.add(cwe: id) } else { set.add(id) }
    }
    return set.sorted
  }
}
