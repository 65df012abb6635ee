import Syntax

/// Any bytes as XML: what is accepted is a tree whose elements lie inside one another.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    let root = try XMLDocument(parsing: bytes).root
    precondition(root.exists && root.line >= 1, "a document without an element")
    walk(root, depth: 1)
  } catch {
    precondition(!error.place.isEmpty && !error.problem.isEmpty, "an error without words")
  }
  return 0
}

private func walk(_ element: XMLElement, depth: Int) {
  precondition(depth <= 256, "deeper than allowed")
  precondition(!element.name.isEmpty, "an element without a name")
  _ = (element.namespace, element["id"], element[attribute: ""], element.error("wrong"))
  let text = element.text ?? ""
  if let inner = element.nonEmpty { precondition(text.contains(inner), "text from elsewhere") }
  var rest = text.utf8[...]
  var line = element.line
  for child in element.children {
    precondition(child.line >= line, "a child before its parent")
    line = child.line
    let part = child.text ?? ""
    guard let found = rest.firstRange(of: part.utf8) else {
      preconditionFailure("text of a child that its parent has not")
    }
    rest = rest[found.upperBound...]
    walk(child, depth: depth + 1)
  }
}
