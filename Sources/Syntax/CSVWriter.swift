/// Writes comma-separated values (RFC 4180) that are safe to open in a spreadsheet.
public struct CSVWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// A writer with nothing written yet.
  public init() {}

  /// Forgets what was written, and keeps the room for more.
  public mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Writes one row of texts, the absent ones as empty fields.
  public mutating func row(_ fields: [String?]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let field { append(field) }
    }
    bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
  }

  /// A text that a spreadsheet would run as a formula gets an apostrophe in front, which makes it a
  /// text (OWASP, "CSV Injection").
  private mutating func append(_ field: String) {
    var field = field
    field.withUTF8 { text in
      let isFormula = text.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false
      guard isFormula || Self.needsQuotes(text) else { return bytes.append(contentsOf: text) }
      bytes.append(UInt8(ascii: "\""))
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      for byte in text {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Whether a text holds what would end a field; no branches, so that many bytes are looked at in
  /// one go.
  private static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var special: UInt8 = 0
    for byte in text {
      special |= (byte < 0x20 ? 1 : 0) | (byte == UInt8(ascii: "\"") ? 1 : 0)
      special |= (byte == UInt8(ascii: ",") ? 1 : 0) | (byte == UInt8(ascii: ";") ? 1 : 0)
    }
    return special != 0
  }
}
