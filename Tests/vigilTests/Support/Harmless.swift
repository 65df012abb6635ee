import Testing

/// Expects that what a run printed does nothing to a terminal or a log: whole UTF-8, no control
/// character but line feeds, nothing that changes the direction of writing, no other line breaks.
func expectHarmless(
  _ run: Program.Run,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for bytes in [run.output, run.errors] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      Issue.record("not UTF-8: \(bytes.prefix(200))", sourceLocation: sourceLocation)
      continue
    }
    let harmful = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    let codes = harmful.map { String($0.value, radix: 16) }
    #expect(codes.isEmpty, "\(text.prefix(300))", sourceLocation: sourceLocation)
  }
}
