internal import CXML2

// The C functions that libxml2 calls; each hands over to the builder that it was given.
extension XMLBuilder {
  /// There is no function to look entities up: one that is not predefined is an error.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { builder, name, _, namespace, _, _, count, _, attributes in
      guard let name else { return }
      XMLBuilder.at(builder)?
        .start(name, namespace: namespace, attributes: attributes, count: Int(count))
    }
    handler.endElementNs = { builder, _, _, _ in XMLBuilder.at(builder)?.end() }
    handler.characters = { builder, text, count in
      XMLBuilder.at(builder)?.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.entityDecl = { builder, _, _, _, _, _ in
      XMLBuilder.at(builder)?.fail(XMLBuilder.entities)
    }
    handler.unparsedEntityDecl = { builder, _, _, _, _ in
      XMLBuilder.at(builder)?.fail(XMLBuilder.entities)
    }
    handler.reference = { builder, _ in XMLBuilder.at(builder)?.fail(XMLBuilder.entities) }
    handler.serror = { builder, error in
      guard let error else { return }
      XMLBuilder.at(builder)?.report(error.pointee)
    }
    return handler
  }

  private static let truncated = "not valid XML: the document ends before its last element does"
  private static let entities = "the document uses entities of its own, which are not read"

  private static func at(_ address: UnsafeMutableRawPointer?) -> XMLBuilder? {
    address.map { Unmanaged<XMLBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A namespace that is not declared is no reason to refuse a report; what is fatal is, and so is
  /// an entity that libxml2 only warns of because a DTD it did not fetch might declare it.
  private func report(_ error: xmlError) {
    let code = UInt32(bitPattern: error.code)
    switch code {
    case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
      fail(Self.entities, line: Int(error.line))
    case XML_ERR_ENTITY_LOOP.rawValue:
      fail(Self.entities, line: Int(error.line))
    default:
      guard error.level == XML_ERR_FATAL else { return }
      let isTruncated = code == XML_ERR_DOCUMENT_END.rawValue && isInsideElement
      fail(isTruncated ? Self.truncated : Self.sentence(error), line: Int(error.line))
    }
  }

  private static func sentence(_ error: xmlError) -> String {
    let message = error.message.map { String(cString: $0) } ?? "unknown error"
    let line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? message
    return "not valid XML: \(line)"
  }
}
