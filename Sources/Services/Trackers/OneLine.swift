extension String {
  /// The words with one space between them, without control characters.
  var oneLine: String {
    let visible = unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.properties.generalCategory == .control ? " " : scalar
    }
    return String(String.UnicodeScalarView(visible))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
