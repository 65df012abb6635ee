/// What in a text that was written for a target would be more than text there.
///
/// Each is found by reading the text as its target does, as far as that is simple: what is escaped is
/// passed over, and so is code.
public enum Dangers {
  /// What GitLab would do: call somebody, run a quick action, draw a picture, take HTML.
  public static func inGitLab(_ text: String) -> [String] {
    var dangers: [String] = []
    var fence: [UInt8]?
    for line in text.utf8.split(separator: 0x0A) {
      if line.first == UInt8(ascii: "/") { dangers.append("quick action: \(String(line) ?? "")") }
      let content = line.drop { " >-+.)0123456789".utf8.contains($0) }
      if let open = fence {
        if content.elementsEqual(open) { fence = nil }
        continue
      }
      let run = content.prefix { $0 == backtick }
      if run.count >= 3, !content.dropFirst(run.count).contains(backtick) {
        fence = Array(run)
        continue
      }
      var scanner = Scanner(line)
      dangers += scanner.gitLabLine()
    }
    return fence == nil ? dangers : dangers + ["a fence that does not end"]
  }

  /// What Jira's wiki markup would do: run a macro, draw a picture, call somebody.
  public static func inWiki(_ text: String) -> [String] {
    var dangers: [String] = []
    var end: String?
    for line in text.utf8.split(separator: 0x0A) {
      var line = line
      if let mark = end {
        guard line.starts(with: mark.utf8) else { continue }
        line = line.dropFirst(mark.utf8.count)
        end = nil
      }
      if ends(line, with: "{noformat}") {
        end = "{noformat}"
        line = line.dropLast(10)
      } else if line.last == UInt8(ascii: "}"),
        let open = line.lastIndex(of: UInt8(ascii: "{")),
        line[open...].starts(with: "{code:".utf8)
      {
        end = "{code}"
        line = line[..<open]
      }
      if line.elementsEqual("{quote}".utf8) { continue }
      var scanner = Scanner(line)
      dangers += scanner.wikiLine()
    }
    return end == nil ? dangers : dangers + ["code that does not end"]
  }

  /// What Slack would do: call somebody, or show a reference instead of a character.
  public static func inMrkdwn(_ text: String) -> [String] {
    var dangers: [String] = []
    var isCode = false
    for line in text.utf8.split(separator: 0x0A) {
      if line.drop(while: { $0 == 0x20 }).elementsEqual("```".utf8)
        || line.drop(while: { "•> .0123456789".utf8.contains($0) || $0 > 0x7F })
          .elementsEqual("```".utf8)
      {
        isCode.toggle()
      } else {
        var scanner = Scanner(line)
        dangers += scanner.mrkdwnLine(isCode: isCode)
      }
    }
    return isCode ? dangers + ["code that does not end"] : dangers
  }

  static let backtick = UInt8(ascii: "`")

  private static func ends(_ line: Substring.UTF8View, with mark: String) -> Bool {
    line.suffix(mark.utf8.count).elementsEqual(mark.utf8)
  }
}

/// Reads a line from its beginning.
private struct Scanner {
  private let bytes: [UInt8]
  private var index = 0
  private var dangers: [String] = []

  init(_ line: Substring.UTF8View) {
    bytes = Array(line)
  }

  mutating func gitLabLine() -> [String] {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case Dangers.backtick: code()
      case UInt8(ascii: "<"): address(from: 1, to: UInt8(ascii: ">"))
      case UInt8(ascii: "]"): address(from: 2, to: UInt8(ascii: ")"))
      case UInt8(ascii: "&"): reference(["&lt;", "&gt;", "&#124;", "&#96;"])
      case UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "$"),
        UInt8(ascii: "_"), UInt8(ascii: "{"):
        complain()
      default: index += 1
      }
    }
    return dangers
  }

  mutating func wikiLine() -> [String] {
    let isRow = bytes.first == UInt8(ascii: "|")
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "{"): skip(["{{", "{*}", "{_}"])
      case UInt8(ascii: "}"): skip(["}}"])
      case UInt8(ascii: "["): wikiLink()
      case UInt8(ascii: "&"): reference(["&amp;", "&#124;", "&#92;"], orNot: true)
      case UInt8(ascii: "|"): if isRow { index += 1 } else { complain() }
      case UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "]"), UInt8(ascii: "^"),
        UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "?"):
        complain()
      default: index += 1
      }
    }
    return dangers
  }

  mutating func mrkdwnLine(isCode: Bool) -> [String] {
    while index < bytes.count, "•> .0123456789".utf8.contains(bytes[index]) { index += 1 }
    var isInline = false
    while index < bytes.count {
      switch bytes[index] {
      case Dangers.backtick:
        isInline.toggle()
        index += 1
      case UInt8(ascii: "<"):
        if isCode || isInline { complain() } else { mrkdwnLink() }
      case UInt8(ascii: "&"): reference(["&amp;", "&lt;", "&gt;"])
      case UInt8(ascii: ">"): complain()
      case UInt8(ascii: "@"), UInt8(ascii: "#"):
        if isCode || isInline || !isLetter(after: index) { index += 1 } else { complain() }
      default: index += 1
      }
    }
    return isInline && !isCode ? dangers + ["code that does not end"] : dangers
  }

  private mutating func code() {
    let run = bytes[index...].prefix { $0 == Dangers.backtick }.count
    index += run
    while index < bytes.count {
      let next = bytes[index...].prefix { $0 == Dangers.backtick }.count
      index += max(1, next)
      if next == run { return }
    }
    dangers.append("code that does not end: \(text(0..<bytes.count))")
  }

  private mutating func address(from skip: Int, to end: UInt8) {
    let start = index + skip
    let stop = bytes[min(start, bytes.count)...].firstIndex(of: end)
    guard let stop, isAddress(start..<stop) else { return complain() }
    index = stop + 1
  }

  private mutating func wikiLink() {
    guard let end = endOfLink(UInt8(ascii: "]")) else { return complain() }
    let bar = bytes[index..<end].lastIndex(of: UInt8(ascii: "|"))
    guard isAddress((bar ?? index) + 1..<end) else { return complain() }
    index = end + 1
  }

  private mutating func mrkdwnLink() {
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { return complain() }
    let bar = bytes[index..<end].firstIndex(of: UInt8(ascii: "|")) ?? end
    let isNested = bytes[(index + 1)..<end].contains(UInt8(ascii: "<"))
    guard isAddress(index + 1..<bar), !isNested else { return complain() }
    index = end + 1
  }

  /// The end of a link from here, not counting what is escaped.
  private func endOfLink(_ end: UInt8) -> Int? {
    var next = index + 1
    while next < bytes.count, bytes[next] != end {
      next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
    }
    return next < bytes.count ? next : nil
  }

  private func isAddress(_ range: Range<Int>) -> Bool {
    let address = text(range).lowercased()
    return ["http://", "https://", "mailto:"].contains { address.hasPrefix($0) }
      && !address.utf8.contains { $0 <= 0x20 || $0 == UInt8(ascii: "|") }
  }

  private mutating func reference(_ known: [String], orNot: Bool = false) {
    let isPlain = orNot && !isLetter(after: index) && !text(index..<index + 2).hasSuffix("#")
    if isPlain { index += 1 } else { skip(known) }
  }

  private mutating func skip(_ known: [String]) {
    let match = known.first { bytes[index...].starts(with: $0.utf8) }
    if let match { index += match.utf8.count } else { complain() }
  }

  private func isLetter(after index: Int) -> Bool {
    index + 1 < bytes.count && (0x61...0x7A).contains(bytes[index + 1] | 0x20)
  }

  private mutating func complain() {
    dangers.append("\(text(index..<index + 1)) at \(index): \(text(index - 40..<index + 40))")
    index += 1
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }
}
