/// Code blocks in Jira's wiki markup.
enum JiraCode {
  /// The languages that Jira's own highlighter knows: with another, `{code}` shows an error.
  private static let languages: Set<CodeLanguage> = [
    .bash, .c, .cpp, .css, .csharp, .go, .groovy, .html, .java, .javascript, .json, .lua, .perl,
    .php, .python, .ruby, .scala, .sql, .swift, .xml, .yaml,
  ]

  /// A block that ends only where it should: `{code}` with a language, else `{noformat}`.
  ///
  /// Nothing in one is markup but its own end; where that stands in the code, a word joiner breaks
  /// it. The end of the other is broken too, for whatever looks for macros in the whole text.
  static func block(_ code: String, _ language: CodeLanguage?) -> [UInt8] {
    var content = Array(code.utf8)
    if content.last == 0x0A { content.removeLast() }
    guard !content.isEmpty else { return [] }
    let language = language.flatMap { languages.contains($0) ? $0 : nil }
    var output = Array((language.map { "{code:\(name(of: $0))}" } ?? "{noformat}").utf8)
    output.append("\n")
    for (index, byte) in content.enumerated() {
      output.append(byte)
      if byte == UInt8(ascii: "{"), beginsMacro(content[(index + 1)...]) {
        output.append(contentsOf: WordJoiner.bytes)
      }
    }
    output.append(language == nil ? "\n{noformat}" : "\n{code}")
    return output
  }

  private static func name(of language: CodeLanguage) -> String {
    switch language {
    case .cpp: "c++"
    case .csharp: "c#"
    default: language.rawValue
    }
  }

  private static func beginsMacro(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["code", "noformat"].contains { name in
      bytes.prefix(name.utf8.count).map { $0 | 0x20 }.elementsEqual(name.utf8)
    }
  }
}
