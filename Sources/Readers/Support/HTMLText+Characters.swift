extension HTMLText {
  /// Takes a character reference off the front and returns its character.
  mutating func entity() -> String {
    let head = html[(position + 1)...].prefix(10)
    guard let end = head.firstIndex(of: UInt8(ascii: ";")) else {
      position += 1
      return "&"
    }
    let name = String(decoding: head[..<end], as: UTF8.self)
    position = end + 1
    return switch name {
    case "lt": "\\<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    case "nbsp": " "
    default: Self.scalar(name) ?? "&\(name);"
    }
  }

  private static func scalar(_ name: String) -> String? {
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = number.flatMap(Unicode.Scalar.init) else { return nil }
    return scalar == "<" ? "\\<" : String(scalar)
  }

  /// At most one empty line in a row.
  static func collapsed(_ text: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var isBehindBlank = true
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let isBlank = isBlank(line)
      if !isBlank {
        output += line
        output.append(0x0A)
      } else if !isBehindBlank {
        output.append(0x0A)
      }
      isBehindBlank = isBlank
    }
    // The last line's end, and the blank line before it.
    while output.last == 0x0A { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { $0 > 0x20 }) else { return true }
    return first >= 0x80
      && String(decoding: line, as: UTF8.self).unicodeScalars.allSatisfy { $0.isSpace }
  }
}
