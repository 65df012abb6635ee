internal import CSimdJSON

/// A parsed JSON document: simdjson's tape and strings, which every `JSON` value points into.
public final class JSONDocument {
  private let parser: OpaquePointer
  let tape: UnsafePointer<UInt64>
  let strings: UnsafePointer<UInt8>
  /// How many errors may still be located.
  private var errorsToLocate = 1_000

  /// Parses UTF-8 text with or without a byte order mark, at most 1,024 levels deep.
  ///
  /// An array whose capacity exceeds its count by 64 bytes is parsed where it lies; any other is
  /// copied once.
  public init(parsing bytes: [UInt8]) throws(SyntaxError) {
    var problem: UnsafePointer<CChar>?
    var parsed = Self.parse(bytes, &problem)
    if parsed == nil, let text = JSONText.quotingLongIntegers(in: bytes) {
      parsed = Self.parse(text, &problem)
    }
    guard let parsed else {
      throw Self.located(problem, in: bytes)
    }
    parser = parsed
    tape = vsj_tape(parsed)
    strings = vsj_strings(parsed)
  }

  private static func parse(
    _ bytes: [UInt8],
    _ problem: inout UnsafePointer<CChar>?
  ) -> OpaquePointer? {
    bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      guard let base = buffer.baseAddress else { return nil }
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let skip = buffer.starts(with: mark) ? mark.count : 0
      return vsj_parse(base + skip, buffer.count - skip, bytes.capacity - skip, &problem)
    }
  }

  deinit { vsj_free(parser) }

  /// Whether one more error is to be located.
  func locatesError() -> Bool {
    errorsToLocate -= 1
    return errorsToLocate >= 0
  }

  /// The document's one value.
  public var root: JSON { JSON(document: self, index: 1) }

  /// The engine's error with the place it does not tell.
  private static func located(_ problem: UnsafePointer<CChar>?, in bytes: [UInt8]) -> SyntaxError {
    let sentence = sentence(problem)
    if sentence.hasPrefix("not valid JSON"), let fault = JSONText.fault(in: bytes) { return fault }
    if sentence.contains("UTF-8"), let offset = JSONText.firstInvalidUTF8(in: bytes) {
      return SyntaxError(place: JSONText.place(of: offset, in: bytes), problem: sentence)
    }
    return SyntaxError(place: "top level", problem: sentence)
  }

  /// Says what the engine's message means for whoever wrote the file.
  private static func sentence(_ problem: UnsafePointer<CChar>?) -> String {
    guard let problem else { return "the file is empty" }
    let text = String(cString: problem)
    return switch text {
    case let text where text.contains("too deep") || text.contains("DEPTH"):
      "not readable as JSON: nested more than 1,024 levels deep"
    case let text where text.contains("UTF-8"): "not readable as JSON: the text is not UTF-8"
    case let text where text.contains("no JSON found"): "the file is empty"
    default: "not valid JSON: \(text)"
    }
  }
}
