internal import Findings

/// Collects the names a finding is known by: each once, sorted.
struct IdentifierSet {
  private(set) var identifiers: Set<Identifier> = []

  /// None yet.
  init() {}

  /// Those whose form is recognised among texts.
  init(_ texts: some Sequence<String>) {
    for text in texts { add(text) }
  }

  /// Adds a name if its form tells its list: CVE, GHSA, other advisories, CWE, OWASP.
  ///
  /// Accepts tags such as `external/cwe/cwe-079` and `OWASP-A1: Injection`.
  mutating func add(_ text: String) {
    let word = text.utf8.lastIndex(of: UInt8(ascii: "/")).map { text[text.index(after: $0)...] }
    let name = String((word ?? text[...]).prefix(200))
    if let identifier = Identifier(recognising: name) {
      identifiers.insert(identifier)
    } else if let owasp = Self.owasp(name) {
      identifiers.insert(owasp)
    }
  }

  /// Adds a CWE by its number, written as `79` or `CWE-79`.
  mutating func add(cwe text: String) {
    if let number = Int(text), number > 0 {
      identifiers.insert(.cwe(number))
    } else {
      add(text)
    }
  }

  /// Adds a name of a known list, if it is not empty.
  mutating func add(_ kind: Identifier.Kind, _ value: String) {
    let line = MarkdownText.line(value, limit: 200)
    if !line.isEmpty { identifiers.insert(Identifier(kind: kind, value: line)) }
  }

  /// All of them, in order.
  var sorted: [Identifier] { identifiers.sorted() }

  /// The one name that stands for the advisory: a CVE before a GHSA before others, of several of one
  /// kind the lowest; nil when there is none.
  var advisory: String? { Self.advisory(among: identifiers) }

  /// The name that stands for the advisory among these identifiers.
  static func advisory(among identifiers: some Sequence<Identifier>) -> String? {
    func lowest(_ kind: Identifier.Kind) -> String? {
      identifiers.lazy.filter { $0.kind == kind }.map { $0.value }.min()
    }
    return lowest(.cve) ?? lowest(.ghsa) ?? lowest(.advisory)
  }

  /// `A03:2021`, `A1`, `OWASP-A1: …`, `A03:2021 - Injection`, `API1:2023` as `A03:2021`.
  private static func owasp(_ text: String) -> Identifier? {
    var name = text.uppercased()[...]
    let isNamed = name.hasPrefix("OWASP")
    if isNamed { name = name.dropFirst(5).drop { "-:/. ".contains($0) } }
    let code = name.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":") }
    let parts = code.split(separator: ":", omittingEmptySubsequences: true)
    guard let item = parts.first,
      let year = parts.dropFirst().first.flatMap({ Int($0) }) ?? (isNamed ? 0 : nil),
      let digits = ["API", "LLM", "A", "M"].first(where: item.hasPrefix).map({
        item.dropFirst($0.count)
      }),
      let number = Int(digits), (1...10).contains(number), year == 0 || (2000...2100).contains(year)
    else { return nil }
    return Identifier(kind: .owasp, value: year == 0 ? String(item) : "\(item):\(year)")
  }
}
