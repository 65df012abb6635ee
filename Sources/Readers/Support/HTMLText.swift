/// Turns the simple HTML of scanners' descriptions into Markdown.
///
/// It is no parser of pages: tags it does not know are dropped, scripts and styles with what they
/// hold. Whatever remains is text, with the characters that begin HTML escaped.
struct HTMLText {
  let html: [UInt8]
  /// What lies before it is done.
  var position = 0
  private var output: [UInt8] = []
  /// The target of the link that is open.
  private var link: String?
  /// Where the first `>` stands behind the position at which it was last looked for.
  private var bracket = 0

  /// The text with its tags turned into Markdown.
  static func markdown(_ html: String) -> String {
    guard html.utf8.contains(UInt8(ascii: "<")) || html.utf8.contains(UInt8(ascii: "&")) else {
      return html
    }
    var text = HTMLText(html: Array(html.utf8))
    text.convert()
    return collapsed(text.output)
  }

  private init(html: [UInt8]) {
    self.html = html
    output.reserveCapacity(html.count)
  }

  private mutating func convert() {
    while let start = html[position...].firstIndex(where: Self.isSpecial) {
      output += html[position..<start]
      position = start
      if html[start] == UInt8(ascii: "&") {
        output += entity().utf8
      } else if let tag = tag() {
        append(tag)
      } else {
        output += "\\<".utf8
        position += 1
      }
    }
    output += html[position...]
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
  }

  private struct Tag {
    var name: String
    var isClosing: Bool
    var text: ArraySlice<UInt8>
  }

  /// Takes a tag off the front; nil where `<` begins none.
  private mutating func tag() -> Tag? {
    if bracket <= position {
      bracket = html[position...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
    }
    guard bracket < html.count, let first = html[position + 1..<bracket].first else { return nil }
    let isClosing = first == UInt8(ascii: "/")
    guard isClosing || first == UInt8(ascii: "!") || ByteClass.isLetter(first) else { return nil }
    let text = html[position + 1..<bracket]
    let name = text.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!") }
      .prefix { ByteClass.isLetter($0) || ByteClass.isDigit($0) }
    position = bracket + 1
    return Tag(
      name: String(decoding: name.map(ByteClass.lower), as: UTF8.self),
      isClosing: isClosing,
      text: text
    )
  }

  private mutating func append(_ tag: Tag) {
    switch tag.name {
    case "script", "style":
      if !tag.isClosing {
        position = html.offset(of: "</\(tag.name)", from: position) ?? html.count
      }
    case "br": output += "\n".utf8
    case "p", "div", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote":
      output += "\n\n".utf8
    case "li": output += (tag.isClosing ? "" : "\n- ").utf8
    case "pre": output += "\n```\n".utf8
    case "code", "tt", "kbd": output += "`".utf8
    case "b", "strong": output += "**".utf8
    case "a":
      if tag.isClosing {
        if let link { output += " (\(link))".utf8 }
        link = nil
      } else {
        link = Self.address(in: tag.text)
      }
    default: break
    }
  }

  private static func address(in tag: ArraySlice<UInt8>) -> String? {
    guard let start = tag.offset(of: "href=", from: tag.startIndex) else { return nil }
    func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    let value = tag[(start + 5)...].drop(while: isQuote).prefix { !isQuote($0) && $0 != 0x20 }
    return Links.link(String(decoding: value, as: UTF8.self))
  }
}

extension RandomAccessCollection<UInt8> where Index == Int, SubSequence == ArraySlice<UInt8> {
  /// Where the bytes of a text stand first, from an offset on.
  fileprivate func offset(of text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    return self[start...].indices.first { self[$0...].starts(with: wanted) }
  }
}
