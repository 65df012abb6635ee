internal import CXML2

/// Collects what libxml2's push parser calls out into the arrays of a document.
final class XMLBuilder {
  private(set) var nodes: [XMLDocument.Node] = []
  private(set) var attributes: [XMLDocument.Attribute] = []
  private(set) var names: [[UInt8]] = []
  private(set) var text: [UInt8] = []
  private(set) var values: [UInt8] = []

  /// The elements that are open, outermost first.
  private var open: [Int] = []
  /// libxml2 keeps each name once for as long as it parses, so its address stands for it.
  private var nameIndices: [NameAddress: Int] = [:]
  private var context: xmlParserCtxtPtr?
  private var failure: SyntaxError?

  /// The addresses of a local name and its prefix.
  private struct NameAddress: Hashable {
    var local: UnsafePointer<UInt8>
    var prefix: UnsafePointer<UInt8>?
  }

  /// How deep elements may lie in one another; libxml2 bounds this only when it builds a tree.
  private static let depth = 256

  /// How many bytes the parser is given at a time.
  private static let piece = 1 << 20

  /// Initialises libxml2 once, before any thread parses.
  private static let engine: Void = xmlInitParser()

  /// Parses a whole document.
  func parse(_ bytes: [UInt8]) throws(SyntaxError) {
    guard !bytes.isEmpty else {
      throw SyntaxError(place: "top level", problem: "the file is empty")
    }
    Self.engine
    var handler = Self.handler
    let builder = Unmanaged.passUnretained(self).toOpaque()
    guard let context = xmlCreatePushParserCtxt(&handler, builder, nil, 0, nil) else {
      throw SyntaxError(place: "top level", problem: "not readable as XML: out of memory")
    }
    defer { xmlFreeParserCtxt(context) }
    self.context = context
    defer { self.context = nil }
    xmlCtxtUseOptions(context, CInt(XML_PARSE_NONET.rawValue))
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count, failure == nil {
        let count = min(Self.piece, buffer.count - start)
        let chunk = buffer.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
        xmlParseChunk(context, chunk, CInt(count), 0)
        start += count
      }
      if failure == nil { xmlParseChunk(context, nil, 0, 1) }
    }
    if let failure { throw failure }
    guard !nodes.isEmpty, open.isEmpty else {
      throw SyntaxError(place: "top level", problem: "not valid XML: no element")
    }
  }

  /// Notes why the document cannot be read, if nothing was noted before, and stops the parser.
  func fail(_ problem: String, line: Int? = nil) {
    guard failure == nil else { return }
    failure = SyntaxError(place: "line \(line ?? self.line)", problem: problem)
    if let context { xmlStopParser(context) }
  }

  /// Whether an element is still open.
  var isInsideElement: Bool { !open.isEmpty }

  private var line: Int { context?.pointee.input.map { Int($0.pointee.line) } ?? 0 }
}

// What the parser calls.
extension XMLBuilder {
  /// An element opens; `list` holds five pointers an attribute: local name, prefix, namespace, and
  /// where the value starts and ends.
  func start(
    _ name: UnsafePointer<UInt8>,
    namespace: UnsafePointer<UInt8>?,
    attributes list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    count: Int
  ) {
    guard open.count < Self.depth else {
      return fail("not readable as XML: nested more than \(Self.depth) levels deep")
    }
    let firstAttribute = attributes.count
    for index in 0..<count {
      guard let list, let local = list[index * 5], let start = list[index * 5 + 3],
        let end = list[index * 5 + 4]
      else { continue }
      let first = values.count
      append(value: UnsafeBufferPointer(start: start, count: end - start))
      attributes.append(
        XMLDocument.Attribute(
          name: intern(local, prefix: list[index * 5 + 1]),
          value: first..<values.count
        )
      )
    }
    open.append(nodes.count)
    nodes.append(
      XMLDocument.Node(
        name: intern(name, prefix: nil),
        namespace: namespace.map { intern($0, prefix: nil) },
        line: line,
        after: nodes.count + 1,
        attributes: firstAttribute..<attributes.count,
        text: text.count..<text.count
      )
    )
  }

  /// The innermost open element closes.
  func end() {
    guard let index = open.popLast() else { return }
    nodes[index].after = nodes.count
    nodes[index].text = nodes[index].text.lowerBound..<text.count
  }

  /// Character data inside the innermost open element.
  func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: bytes)
  }

  /// Unless it replaces entities, libxml2 writes each ampersand of a value as `&#38;`, and no
  /// ampersand otherwise.
  private func append(value: UnsafeBufferPointer<UInt8>) {
    let ampersand = Array("&#38;".utf8)
    guard value.contains(ampersand[0]) else { return values.append(contentsOf: value) }
    var index = 0
    while index < value.count {
      values.append(value[index])
      let isAmpersand = value[index...].starts(with: ampersand)
      index += isAmpersand ? ampersand.count : 1
    }
  }

  private func intern(_ local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?) -> Int {
    let address = NameAddress(local: local, prefix: prefix)
    if let index = nameIndices[address] { return index }
    var name = prefix.map { Self.bytes($0) + [UInt8(ascii: ":")] } ?? []
    name += Self.bytes(local)
    names.append(name)
    nameIndices[address] = names.count - 1
    return names.count - 1
  }

  private static func bytes(_ text: UnsafePointer<UInt8>) -> [UInt8] {
    var count = 0
    while text[count] != 0 { count += 1 }
    return Array(UnsafeBufferPointer(start: text, count: count))
  }
}
