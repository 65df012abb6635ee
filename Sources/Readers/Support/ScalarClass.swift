extension Unicode.Scalar {
  /// Whether it is white space; properties are looked up for what is not ASCII only.
  var isSpace: Bool {
    isASCII ? value == 0x20 || isLineEnd || value == 0x09 : properties.isWhitespace
  }

  /// Whether it ends a line: a line feed, a carriage return, or what Unicode has of the kind.
  var isLineEnd: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
