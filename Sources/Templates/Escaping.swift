extension Language {
  /// Appends text from anywhere so that it stays text in this language.
  public func append(_ text: String, to output: inout [UInt8]) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      append(bytes, to: &output)
    }
    guard done == nil else { return }
    Array(text.utf8).withUnsafeBufferPointer { bytes in append(bytes, to: &output) }
  }

  private func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    switch self {
    case .html, .svg: HTMLEscaping.append(bytes, to: &output)
    case .markdown: MarkdownEscaping.append(bytes, to: &output)
    case .text: PlainTextEscaping.append(bytes, to: &output)
    }
  }
}
