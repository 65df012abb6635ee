public import Findings
public import Syntax

/// A report about to be read: its name, its parsed content, and what the run knows about it.
public struct Report {
  /// What the bytes are, parsed once for all readers.
  public enum Content {
    case json(JSON)
    /// JSON values that follow one another: JSON Lines, or objects without separators.
    case lines([JSON])
    case xml(XMLElement)
    case csv(CSVTable)
    case text(String)
  }

  /// The file's name without its folders.
  public var name: String
  /// The parsed bytes.
  public var content: Content
  /// The category that the layout gives it, if any.
  public var category: Category?
  /// The scanner that the layout gives it, if any: a hint where the content says nothing.
  public var scanner: String?
  /// Makes keyed digests of secrets.
  public var digests: SecretDigest
  /// What lay beside it in its archive, by file name.
  public var attachments: [String: [UInt8]] = [:]

  /// A report from its parts.
  public init(
    name: String,
    content: Content,
    category: Category? = nil,
    scanner: String? = nil,
    digests: SecretDigest
  ) {
    self.name = name
    self.content = content
    self.category = category
    self.scanner = scanner
    self.digests = digests
  }
}

extension Report {
  /// The JSON value, if the content is one.
  public var json: JSON? {
    if case .json(let root) = content { root } else { nil }
  }

  /// The root element, if the content is XML.
  public var xml: XMLElement? {
    if case .xml(let root) = content { root } else { nil }
  }

  /// The table, if the content is CSV.
  public var csv: CSVTable? {
    if case .csv(let table) = content { table } else { nil }
  }

  /// The values, if the content is several JSON values.
  public var lines: [JSON]? {
    if case .lines(let values) = content { values } else { nil }
  }
}
