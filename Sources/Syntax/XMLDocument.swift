/// A parsed XML document: arrays of elements, attributes and text, which every `XMLElement` points
/// into.
public final class XMLDocument: Sendable {
  /// One element, in the order in which they open.
  struct Node {
    var name: Int
    var namespace: Int?
    var line: Int
    /// The index of the first element that is not inside this one.
    var after: Int
    var attributes: Range<Int>
    var text: Range<Int>
  }

  /// One attribute of an element.
  struct Attribute {
    var name: Int
    var value: Range<Int>
  }

  let nodes: [Node]
  let attributes: [Attribute]
  /// Each name and namespace once.
  let names: [[UInt8]]
  /// All character data in its order, so that an element's is one range, whatever it contains.
  let text: [UInt8]
  /// The attributes' values.
  let values: [UInt8]

  /// Parses a document of at most 256 levels, in the encoding it declares.
  ///
  /// Nothing outside the document is fetched. A document that declares entities is refused: no
  /// scanner needs them, and they are how a small file grows into a large one or reads other files.
  public init(parsing bytes: [UInt8]) throws(SyntaxError) {
    let builder = XMLBuilder()
    try builder.parse(bytes)
    nodes = builder.nodes
    attributes = builder.attributes
    names = builder.names
    text = builder.text
    values = builder.values
  }

  /// The document's one element that contains all others.
  public var root: XMLElement { XMLElement(document: self, index: 0) }
}
