/// What a template has written so far, handed on in pieces if somebody takes them.
struct TemplateOutput {
  /// What was written and not yet handed on.
  private(set) var bytes: [UInt8] = []
  private let chunk: Int
  private let sink: (([UInt8]) -> Bool)?
  /// Whether the one who takes the pieces wants no more.
  private(set) var isStopped = false

  /// Keeps everything, or hands on pieces of at least `chunk` bytes until the sink answers no.
  init(chunk: Int = .max, sink: (([UInt8]) -> Bool)? = nil) {
    self.chunk = chunk
    self.sink = sink
    if sink != nil { bytes.reserveCapacity(min(chunk, 1 << 20) * 5 / 4) }
  }

  /// Appends bytes as they are.
  mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Appends text, escaped for a language.
  mutating func append(_ text: String, in language: Language) {
    language.append(text, to: &bytes)
  }

  /// Appends an address as it stands in a quoted attribute, or as the destination of a link.
  ///
  /// In Markdown a destination is not text (CommonMark 0.31, 6.3): of all that an address may hold
  /// only the ampersand means something there.
  mutating func append(_ link: Link, in language: Language) {
    guard language == .markdown else { return append(link.address, in: language) }
    for byte in link.address.utf8 {
      if byte == UInt8(ascii: "&") {
        bytes.append(contentsOf: "&amp;".utf8)
      } else {
        bytes.append(byte)
      }
    }
  }

  /// Appends bytes as they are.
  mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Appends the digits of a number.
  mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    if bytes.count - start > 1 { bytes[start...].reverse() }
  }

  /// Hands on what is there, if it is enough for a piece.
  mutating func flushIfFull() { if bytes.count >= chunk { flush() } }

  /// Hands on what is there.
  mutating func flush() {
    guard let sink, !bytes.isEmpty else { return }
    if !isStopped { isStopped = !sink(bytes) }
    bytes.removeAll(keepingCapacity: true)
  }
}
