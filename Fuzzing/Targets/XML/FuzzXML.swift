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
  expectTheSame(element)
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

/// Attributes and text of an element, written anew, read the same.
private func expectTheSame(_ element: XMLElement) {
  let names = ["id", "name", "type", "severity", "file", "path", "message", "version", "a"]
  let attributes = names.compactMap { name in element[attribute: name].map { (name, $0) } }
  let written = attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
  let text = element.text ?? ""
  guard let root = try? XMLDocument(parsing: Array("<e\(written)>\(escaped(text))</e>".utf8)).root
  else { preconditionFailure("what was written is no XML") }
  for (name, value) in attributes { precondition(root[attribute: name] == value, "it changed") }
  precondition(root.text == text, "the text changed")
}

private func escaped(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    let isPlain = scalar.value >= 0x20 && !"&<>\"".unicodeScalars.contains(scalar)
    return isPlain ? String(scalar) : "&#\(scalar.value);"
  }.joined()
}
