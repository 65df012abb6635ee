public import Syntax

/// A message in Slack's Block Kit (Slack, "Reference: blocks"), within every limit: at most 50
/// blocks, headers of 150 characters, sections of 3,000.
public struct SlackMessage: Sendable, Hashable {
  /// One block.
  public enum Block: Sendable, Hashable {
    /// Plain text in large letters.
    case header(String)
    /// Text in mrkdwn.
    case section(String)
    /// Small text in mrkdwn.
    case context(String)
    /// A line.
    case divider
  }

  /// What notifications show, in mrkdwn.
  public let text: String
  /// The blocks.
  public private(set) var blocks: [Block] = []

  /// The most characters of all blocks together.
  static let sizeLimit = 11_500
  static let headerLimit = 150
  static let sectionLimit = 2_900
  static let blockLimit = 48

  /// How many characters the blocks have.
  private(set) var size = 0

  /// A message with no blocks yet.
  init(text: String) {
    self.text = text.bounded(1_000)
  }

  /// Adds a block, unless it is empty.
  ///
  /// - Returns: Whether there was room for it.
  @discardableResult
  mutating func add(_ block: Block) -> Bool {
    let (count, limit) =
      switch block {
      case .header(let text): (text.utf16.count, Self.headerLimit)
      case .section(let text), .context(let text): (text.utf16.count, Self.sectionLimit)
      case .divider: (0, 0)
      }
    if count == 0, block != .divider { return true }
    guard count <= limit, size + count <= Self.sizeLimit, blocks.count < Self.blockLimit else {
      return false
    }
    size += count
    blocks.append(block)
    return true
  }

  /// Adds lines, as many as fit into the message, in as few sections as they need.
  ///
  /// - Parameters:
  ///   - lines: Lines in mrkdwn.
  ///   - reserve: How many characters to leave for others.
  /// - Returns: How many there was room for.
  mutating func add(lines: [String], reserving reserve: Int) -> Int {
    var section = ""
    var count = 0
    for line in lines where line.utf16.count <= Self.sectionLimit {
      let room = Self.sizeLimit - reserve - size
      guard section.utf16.count + line.utf16.count + 1 <= room else { break }
      if section.utf16.count + line.utf16.count + 1 > Self.sectionLimit {
        guard add(.section(section)) else { return count }
        section = ""
      }
      section += section.isEmpty ? line : "\n" + line
      count += 1
    }
    add(.section(section))
    return count
  }

  /// Writes the members `text` and `blocks` of a message's object.
  public func write(to json: inout JSONWriter) {
    json.field("text", text)
    json.key("blocks")
    json.beginArray()
    for block in blocks { block.write(to: &json) }
    json.endArray()
  }
}

extension SlackMessage.Block {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    switch self {
    case .header(let text):
      json.field("type", "header")
      json.key("text")
      Self.write("plain_text", text, to: &json)
    case .section(let text):
      json.field("type", "section")
      json.key("text")
      Self.write("mrkdwn", text, to: &json)
    case .context(let text):
      json.field("type", "context")
      json.key("elements")
      json.beginArray()
      Self.write("mrkdwn", text, to: &json)
      json.endArray()
    case .divider:
      json.field("type", "divider")
    }
    json.endObject()
  }

  private static func write(_ type: String, _ text: String, to json: inout JSONWriter) {
    json.beginObject()
    json.field("type", type)
    json.field("text", text)
    if type == "plain_text" { json.field("emoji", false) } else { json.field("verbatim", true) }
    json.endObject()
  }
}
