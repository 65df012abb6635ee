internal import Findings
internal import Syntax

/// The sections of a MobSF report.
enum MobSFSection {
  typealias Kind = @Sendable (JSON) throws(SyntaxError) -> [CodeResult]

  /// The sections that are lists, since version 3.6 inside an object, and what an entry means.
  static let lists: [(section: String, list: String, kind: Kind)] = [
    ("manifest_analysis", "manifest_findings", manifest),
    ("certificate_analysis", "certificate_findings", certificate),
    ("network_security", "network_findings", network),
    ("ats_analysis", "ats_findings", network),
    ("binary_analysis", "findings", binary),
    ("file_analysis", "findings", file),
    ("firebase_urls", "findings", firebase),
  ]

  /// The entries of such a section.
  static func entries(of section: JSON, _ list: String) -> Result<[JSON], SyntaxError> {
    if section.kind == .missing || section.isObject && section.count == 0 { return .success([]) }
    let entries = section.isArray ? section : section[member: list]
    guard entries.isArray else { return .failure(section.error("expected a list of findings")) }
    return .success(Array(entries.elements))
  }

  /// A result whose name may be HTML.
  static func result(
    _ id: String,
    _ name: String,
    _ word: String?,
    path: String? = nil
  ) -> CodeResult {
    let name = MarkdownText.line(MarkdownText.clean(html: name) ?? name)
    return CodeResult(
      Rule(id: id, name: name),
      Severity.usual(word),
      title: name,
      at: Location(path: path)
    )
  }

  /// The rules that matched in the code.
  static func rules(_ section: JSON) -> Result<[(key: String, value: JSON)], SyntaxError> {
    let rules = section["findings"].isObject ? section["findings"] : section
    guard rules.isObject else { return .failure(section.error("expected rules")) }
    return .success(rules.members.map { $0 })
  }

  /// The matches of a rule, one for each file.
  static func code(_ id: String, _ rule: JSON) throws(SyntaxError) -> [CodeResult] {
    let facts = try rule.asObject().requiredObject("metadata")
    let text = try facts.requiredString("description")
    let word = try facts.requiredString("severity")
    return try rule.requiredObject("files").members.map { path, lines in
      var result = result(id, text.firstSentence, word, path: path)
      result.rule.description = text
      result.rule.references = Links.among(facts["ref"])
      result.location.line = LineRange(lines.string).first
      result.message = lines.string.map { "Lines \($0)." }
      result.names.add(facts["cwe"].string ?? "")
      result.names.add("OWASP-\(facts["owasp-mobile"].string ?? "")")
      if let masvs = facts["masvs"].nonEmpty { result.names.add(.framework, "MASVS \(masvs)") }
      return result
    }
  }

  /// The permissions: dangerous ones, and others whose status says so.
  static func permissions(_ section: JSON) -> Result<[[CodeResult]], SyntaxError> {
    guard section.isObject else { return .failure(section.error("expected permissions")) }
    return .success(
      section.members.map { name, facts in
        let status = facts["status"].string ?? "unknown"
        var result = result("permission \(name)", name, status, path: "AndroidManifest.xml")
        result.message = facts["description"].string ?? facts["reason"].string
        return [result]
      }
    )
  }
}
