/// One element of an XML document, or the place where there is none.
///
/// The cursor is tolerant, as the one for JSON is: the child of a missing element is missing, and
/// what is missing has no name, no text and no attributes. Names are local names: `ns:x` is `x`;
/// only attributes keep their prefix (`xsi:type`), since the plain ones are other attributes.
public struct XMLElement {
  let document: XMLDocument
  /// The index among the document's elements; -1 stands for a missing one.
  let index: Int

  private var node: XMLDocument.Node? { index < 0 ? nil : document.nodes[index] }

  /// Whether there is an element here.
  public var exists: Bool { index >= 0 }

  /// The local name; empty for a missing element.
  public var name: String {
    node.map { String(decoding: document.names[$0.name], as: UTF8.self) } ?? ""
  }

  /// The namespace's URI; nil if there is none.
  public var namespace: String? {
    node?.namespace.map { String(decoding: document.names[$0], as: UTF8.self) }
  }

  /// Whether the local name is this one.
  public func isNamed(_ name: StaticString) -> Bool {
    node.map { document.names[$0.name].equals(name) } ?? false
  }

  /// The value of an attribute whose name is known only at run time; nil if there is none.
  public subscript(attribute name: String) -> String? {
    guard let node else { return nil }
    for attributeIndex in node.attributes {
      let candidate = document.attributes[attributeIndex]
      if document.names[candidate.name].elementsEqual(name.utf8) {
        return String(decoding: document.values[candidate.value], as: UTF8.self)
      }
    }
    return nil
  }

  /// The value of an attribute; nil if there is none.
  public subscript(_ attribute: StaticString) -> String? {
    guard let node else { return nil }
    for attributeIndex in node.attributes {
      let candidate = document.attributes[attributeIndex]
      if document.names[candidate.name].equals(attribute) {
        return String(decoding: document.values[candidate.value], as: UTF8.self)
      }
    }
    return nil
  }

  /// All character data inside, that of inner elements and CDATA sections included; nil for a
  /// missing element.
  public var text: String? {
    node.map { String(decoding: document.text[$0.text], as: UTF8.self) }
  }

  /// The character data without the white space around it; nil if nothing is left.
  public var nonEmpty: String? {
    guard var range = node?.text else { return nil }
    while let first = range.first, document.text[first].isXMLSpace { range.removeFirst() }
    while let last = range.last, document.text[last].isXMLSpace { range.removeLast() }
    return range.isEmpty ? nil : String(decoding: document.text[range], as: UTF8.self)
  }

  /// The first child with a name.
  public func child(_ name: StaticString) -> XMLElement {
    for child in children where child.isNamed(name) { return child }
    return XMLElement(document: document, index: -1)
  }

  /// The children with a name, in their order.
  public func children(_ name: StaticString) -> [XMLElement] {
    children.filter { $0.isNamed(name) }
  }

  /// All child elements, in their order.
  public var children: Children {
    Children(document: document, cursor: index + 1, end: node?.after ?? 0)
  }

  /// The line on which the element's start tag ends, counted from 1; 0 for a missing element.
  public var line: Int { node?.line ?? 0 }

  /// Where the element is, for messages: `line 12`.
  public var place: String { exists ? "line \(line)" : "top level" }

  /// An error at this element's place.
  public func error(_ problem: String) -> SyntaxError {
    SyntaxError(place: place, problem: problem)
  }

  /// The child elements of an element.
  public struct Children: Sequence, IteratorProtocol {
    let document: XMLDocument
    var cursor: Int
    let end: Int

    /// The next child.
    public mutating func next() -> XMLElement? {
      guard cursor < end else { return nil }
      defer { cursor = document.nodes[cursor].after }
      return XMLElement(document: document, index: cursor)
    }
  }
}

// What a reader cannot do without.
extension XMLElement {
  /// The value of an attribute; throws if there is none.
  public func requiredAttribute(_ attribute: StaticString) throws(SyntaxError) -> String {
    guard let value = self[attribute] else {
      throw error("expected the attribute \(attribute), found none")
    }
    return value
  }

  /// The text of a child without the white space around it; throws if there is none.
  public func requiredText(_ child: StaticString) throws(SyntaxError) -> String {
    guard let text = self.child(child).nonEmpty else {
      throw error("expected text in <\(child)>, found none")
    }
    return text
  }
}

extension [UInt8] {
  /// Whether these are the bytes of a string known at compile time.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount
      && elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension UInt8 {
  /// Whether this is one of XML's four white space characters (XML 1.0 §2.3).
  fileprivate var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
