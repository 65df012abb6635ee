/// The tags of an HTML page, found by the rules of the HTML standard's tokenizer as far as these
/// pages go: no `<script>` or `<style>` with content, no CDATA outside of SVG.
struct HTMLPage {
  struct Tag {
    var name: String
    var isEnd: Bool
    var attributes: [(name: String, value: String)] = []

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var tags: [Tag] = []
  /// What does not follow the rules.
  private(set) var problems: [String] = []

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if starts("!doctype html>") {
        index = start + 15
      } else if let next = peek, isLetter(next) || next == UInt8(ascii: "/") {
        tag()
      } else {
        problems.append("a stray <")
      }
    }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  private mutating func take(while isWanted: (UInt8) -> Bool) -> String {
    let start = index
    while let byte = peek, isWanted(byte) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func tag() {
    var tag = Tag(name: "", isEnd: peek == UInt8(ascii: "/"))
    if tag.isEnd { index += 1 }
    tag.name = take { !isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    while let byte = peek, byte != UInt8(ascii: ">") {
      if isSpace(byte) || byte == UInt8(ascii: "/") {
        index += 1
      } else {
        tag.attributes.append(attribute())
      }
    }
    if peek == nil { problems.append("<\(tag.name)> is never closed") } else { index += 1 }
    let names = tag.attributes.map(\.name)
    if Set(names).count < names.count { problems.append("<\(tag.name)> has an attribute twice") }
    tags.append(tag)
  }

  private mutating func attribute() -> (name: String, value: String) {
    let name = take {
      !isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">")
        && $0 != UInt8(ascii: "/")
    }
    guard peek == UInt8(ascii: "=") else { return (name, "") }
    index += 1
    guard peek == UInt8(ascii: "\"") else {
      let value = take { !isSpace($0) && $0 != UInt8(ascii: ">") }
      if value.isEmpty || value.contains(where: { "\"'<=`".contains($0) }) {
        problems.append("the unquoted value \(value) of \(name)")
      }
      return (name, Self.unescaped(value))
    }
    index += 1
    let value = take { $0 != UInt8(ascii: "\"") }
    index += 1
    return (name, Self.unescaped(value))
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}

extension HTMLPage {
  /// The ids of the page.
  var ids: [String] { tags.compactMap { $0["id"] } }

  /// Where its links lead.
  var links: [String] { tags.filter { $0.name == "a" }.compactMap { $0["href"] } }
}

private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 9 }
