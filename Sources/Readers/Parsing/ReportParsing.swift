public import Findings
internal import Syntax

extension Report {
  /// Finds out what the bytes are and parses them once, for whichever reader will want them.
  ///
  /// Text is UTF-8 or UTF-16; what is compressed was unpacked before. Bytes whose array has 64 bytes
  /// of capacity to spare are parsed without a copy.
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - name: The file's name without its folders.
  ///   - category: The category that the layout gives it, if any.
  ///   - scanner: The scanner that the layout gives it, if any.
  ///   - digests: Makes keyed digests of secrets.
  /// - Throws: What is wrong and where: empty, binary, in an unknown encoding, cut off, malformed.
  public init(
    parsing bytes: [UInt8],
    name: String,
    category: Category? = nil,
    scanner: String? = nil,
    digests: SecretDigest
  ) throws(ReadError) {
    self.init(
      name: name,
      content: try Self.content(of: bytes),
      category: category,
      scanner: scanner,
      digests: digests
    )
  }

  private static func content(of bytes: [UInt8]) throws(ReadError) -> Content {
    let bytes = lines(of: bytes) ?? bytes
    let encoding = TextEncoding(of: bytes)
    if encoding == .utf8, let kind = binaryKind(of: bytes) {
      throw ReadError(problem: "\(kind), not a report", hint: "upload the report itself")
    }
    let text = try encoding.utf8(bytes)
    switch ContentKind(of: text) {
    case .empty: throw ReadError(problem: "the file is empty")
    case .json: return try json(text)
    case .assignment(let start): return try json(Array(text[start...]))
    case .jsonSequence: return .lines(try sequence(text))
    // An XML declaration names the encoding, so its parser gets the bytes as they were.
    case .xml: return try xml(bytes)
    case .csv: return try csv(text)
    case .text: return .text(try string(text))
    }
  }

  /// Objects between zero bytes, as engines of Code Climate write them, as lines; nil if it is
  /// something else.
  private static func lines(of bytes: [UInt8]) -> [UInt8]? {
    guard bytes.first == UInt8(ascii: "{"), bytes.prefix(1 << 16).contains(0) else { return nil }
    var lines = bytes
    var last: UInt8 = 0
    for (index, byte) in bytes.enumerated() where byte > 0x20 || byte == 0 {
      if byte == 0 {
        guard last == UInt8(ascii: "}") || last == 0 else { return nil }
        lines[index] = UInt8(ascii: "\n")
      }
      last = byte
    }
    return lines
  }

  private static func json(_ bytes: [UInt8]) throws(ReadError) -> Content {
    do {
      return .json(try JSONDocument(parsing: bytes).root)
    } catch {
      if let values = try? JSONText.values(in: bytes), values.count > 1 {
        return .lines(try sequence(bytes))
      }
      throw ReadError(error)
    }
  }

  private static func sequence(_ bytes: [UInt8]) throws(ReadError) -> [JSON] {
    do {
      let values = try JSONText.values(in: bytes)
      let array = JSONText.array(of: values, in: bytes)
      return Array(try JSONDocument(parsing: array).root.elements)
    } catch {
      throw ReadError(error)
    }
  }

  private static func xml(_ bytes: [UInt8]) throws(ReadError) -> Content {
    do {
      return .xml(try XMLDocument(parsing: bytes).root)
    } catch {
      throw ReadError(error)
    }
  }

  private static func csv(_ bytes: [UInt8]) throws(ReadError) -> Content {
    do {
      return .csv(try CSVTable(parsing: bytes))
    } catch {
      throw ReadError(error)
    }
  }

  private static func string(_ bytes: [UInt8]) throws(ReadError) -> String {
    if bytes.contains(0) { throw ReadError(problem: "binary data, not a report") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ReadError(
        problem: "the text is neither UTF-8 nor UTF-16",
        hint: "write the report as UTF-8"
      )
    }
    return text
  }

  /// What binary files call themselves; nil for text.
  private static func binaryKind(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) { return "a zip archive" }
    if bytes.starts(with: Array("%PDF-".utf8)) { return "a PDF document" }
    return bytes.prefix(4096).contains(0) ? "binary data" : nil
  }
}
