internal import Syntax

/// A message: a text, or the id of one of the rule's, with arguments (SARIF §3.11).
enum SARIFMessage {
  /// The message's Markdown, or its text, arguments filled in and links to locations undone.
  static func text(of message: JSON, _ rule: SARIFRule) -> String? {
    var source = message
    if let id = message["id"].string, !message["text"].exists { source = rule.message(id: id) }
    guard let text = source["markdown"].nonEmpty ?? source["text"].nonEmpty else { return nil }
    let arguments = message["arguments"]
    let filled = arguments.isArray ? fill(text, arguments.strings) : text
    return filled.holds("](") ? withoutPlaceLinks(filled) : filled
  }

  /// `{0}` by its argument, `{{` by `{`, `}}` by `}` (§3.11.5).
  private static func fill(_ text: String, _ arguments: [String]) -> String {
    var output = ""
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      output += rest[..<brace]
      let inner = rest[rest.index(after: brace)...]
      let digits = inner.prefix { $0.isASCII && $0.isNumber }
      if inner.first == rest[brace] {
        output.append(rest[brace])
        rest = inner.dropFirst()
      } else if rest[brace] == "{", inner[digits.endIndex...].first == "}", let index = Int(digits),
        arguments.indices.contains(index)
      {
        output += arguments[index]
        rest = inner[digits.endIndex...].dropFirst()
      } else {
        output.append(rest[brace])
        rest = inner
      }
    }
    return output + rest
  }

  /// `[text](1)`, which points to a related location, as `text` (§3.11.6).
  private static func withoutPlaceLinks(_ text: String) -> String {
    var output = ""
    var rest = text[...]
    while let middle = rest.ranges(of: "](").first {
      let target = rest[middle.upperBound...]
      let number = target.prefix { $0.isASCII && $0.isNumber }
      let label = rest[..<middle.lowerBound]
      if !number.isEmpty, target[number.endIndex...].first == ")",
        let open = label.lastIndex(of: "[")
      {
        output += label[..<open]
        output += label[open...].dropFirst()
        rest = target[number.endIndex...].dropFirst()
      } else {
        output += rest[..<middle.upperBound]
        rest = target
      }
    }
    return output + rest
  }
}
