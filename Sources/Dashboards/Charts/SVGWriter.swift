internal import Templates

/// Writes the elements of a drawing; every value is escaped.
struct SVGWriter {
  private(set) var bytes: [UInt8] = []

  /// An element with a text or a tooltip, or with neither.
  mutating func element(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String>,
    text: String? = nil,
    tooltip: String? = nil
  ) {
    guard text != nil || tooltip != nil else {
      open(name, attributes, closing: "/>")
      return
    }
    element(name, attributes) { inner in
      if let tooltip { inner.element("title", [:], text: tooltip) }
      if let text { inner.append(text) }
    }
  }

  /// An element with others inside.
  mutating func element(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String>,
    content: (inout SVGWriter) -> Void
  ) {
    open(name, attributes, closing: ">")
    content(&self)
    bytes.append(contentsOf: "</\(name)>".utf8)
  }

  /// Text between elements.
  mutating func append(_ text: String) { Language.html.append(text, to: &bytes) }

  private mutating func open(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String>,
    closing: StaticString
  ) {
    bytes.append(contentsOf: "<\(name)".utf8)
    for (attribute, value) in attributes {
      bytes.append(contentsOf: " \(attribute)=\"".utf8)
      append(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(contentsOf: "\(closing)".utf8)
  }
}
