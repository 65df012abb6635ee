/// Output that is finished: it is already in its language and is never escaped again.
///
/// Whoever makes one vouches that no text from outside is in it unescaped.
public struct Markup: Sendable, Hashable {
  /// The language it is in.
  public let language: Language
  /// Its UTF-8 text.
  public let bytes: [UInt8]

  /// Vouches for bytes in a language.
  public init(_ bytes: [UInt8], in language: Language) {
    self.bytes = bytes
    self.language = language
  }

  /// Vouches for text in a language.
  public init(_ text: String, in language: Language) {
    self.init(Array(text.utf8), in: language)
  }

  /// Text from anywhere, escaped for a language.
  public init(escaping text: String, in language: Language) {
    var output: [UInt8] = []
    language.append(text, to: &output)
    self.init(output, in: language)
  }
}

extension Markup: CustomStringConvertible {
  /// The text, as it will stand in the output.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
