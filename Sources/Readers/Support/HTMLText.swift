/// Turns the simple HTML of scanners' descriptions into Markdown.
///
/// It is no parser of pages: tags it does not know are dropped, scripts and styles with what they
/// hold. Whatever remains is text, with the characters that begin HTML escaped.
enum HTMLText {
  /// The text with its tags turned into Markdown.
  static func markdown(_ html: String) -> String {
    guard html.utf8.contains(UInt8(ascii: "<")) || html.utf8.contains(UInt8(ascii: "&")) else {
      return html
    }
    var output = ""
    var rest = html[...]
    var link: String?
    while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      output += rest[..<start]
      rest = rest[start...]
      if rest.first == "&" {
        output += entity(&rest)
      } else if let tag = tag(&rest) {
        append(tag, to: &output, &rest, &link)
      } else {
        output += "\\<"
        rest = rest.dropFirst()
      }
    }
    return collapsed(output + rest)
  }

  private struct Tag {
    var name: String
    var isClosing: Bool
    var text: String
  }

  /// Takes a tag off the front; nil where `<` begins none.
  private static func tag(_ rest: inout Substring) -> Tag? {
    guard let end = rest.firstIndex(of: ">") else { return nil }
    let inner = rest[..<end].dropFirst()
    guard let first = inner.first, first.isLetter || first == "/" || first == "!" else {
      return nil
    }
    let name = inner.drop { $0 == "/" || $0 == "!" }.prefix { $0.isLetter || $0.isNumber }
    rest = rest[end...].dropFirst()
    return Tag(name: name.lowercased(), isClosing: first == "/", text: String(inner))
  }

  private static func append(
    _ tag: Tag,
    to output: inout String,
    _ rest: inout Substring,
    _ link: inout String?
  ) {
    switch tag.name {
    case "script", "style":
      guard !tag.isClosing else { return }
      let close = rest.ranges(of: "</\(tag.name)").first
      rest = close.map { rest[$0.lowerBound...] } ?? ""
    case "br": output += "\n"
    case "p", "div", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote":
      output += "\n\n"
    case "li": output += tag.isClosing ? "" : "\n- "
    case "pre": output += tag.isClosing ? "\n```\n" : "\n```\n"
    case "code", "tt", "kbd": output += "`"
    case "b", "strong": output += "**"
    case "a":
      if tag.isClosing {
        if let target = link { output += " (\(target))" }
        link = nil
      } else {
        link = address(in: tag.text)
      }
    default: break
    }
  }

  private static func address(in tag: String) -> String? {
    guard let start = tag.ranges(of: "href=").first?.upperBound else { return nil }
    let value = tag[start...].drop { $0 == "\"" || $0 == "'" }
    return Links.link(String(value.prefix { $0 != "\"" && $0 != "'" && $0 != " " }))
  }

  /// Takes a character reference off the front and returns its character.
  private static func entity(_ rest: inout Substring) -> String {
    let head = rest.dropFirst().prefix(10)
    guard let end = head.firstIndex(of: ";") else {
      rest = rest.dropFirst()
      return "&"
    }
    let name = head[..<end]
    rest = rest[end...].dropFirst()
    return switch name {
    case "lt": "\\<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    case "nbsp": " "
    default: scalar(name) ?? "&\(name);"
    }
  }

  private static func scalar(_ name: Substring) -> String? {
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = number.flatMap(Unicode.Scalar.init) else { return nil }
    return scalar == "<" ? "\\<" : String(scalar)
  }

  /// At most one empty line in a row.
  private static func collapsed(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isBlank = line.allSatisfy { $0.isWhitespace }
      if isBlank && (lines.isEmpty || lines.last == "") { continue }
      lines.append(isBlank ? "" : line)
    }
    if lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
