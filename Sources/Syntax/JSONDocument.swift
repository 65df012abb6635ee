internal import CSimdJSON

/// A parsed JSON document: simdjson's tape and strings, which every `JSON` value points into.
public final class JSONDocument {
  private let parser: OpaquePointer
  let tape: UnsafePointer<UInt64>
  let strings: UnsafePointer<UInt8>

  /// Parses UTF-8 text with or without a byte order mark, at most 1,024 levels deep.
  ///
  /// An array whose capacity exceeds its count by 64 bytes is parsed where it lies; any other is
  /// copied once.
  public init(parsing bytes: [UInt8]) throws(SyntaxError) {
    var problem: UnsafePointer<CChar>?
    let parsed = bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      guard let base = buffer.baseAddress else { return nil }
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let skip = buffer.starts(with: mark) ? mark.count : 0
      return vsj_parse(base + skip, buffer.count - skip, bytes.capacity - skip, &problem)
    }
    guard let parsed else {
      throw SyntaxError(place: "top level", problem: Self.sentence(problem))
    }
    parser = parsed
    tape = vsj_tape(parsed)
    strings = vsj_strings(parsed)
  }

  deinit { vsj_free(parser) }

  /// The document's one value.
  public var root: JSON { JSON(document: self, index: 1) }

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
