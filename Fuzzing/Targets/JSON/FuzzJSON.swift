import Syntax

/// Any bytes as JSON: what the engine accepts can be walked, written and read again, and the
/// scanner that explains faults finds none in it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let ranges = try? JSONText.values(in: bytes)
  do {
    let root = try JSONDocument(parsing: bytes).root
    precondition(ranges?.count == 1, "the engine and the scanner disagree")
    let text = written(root)
    guard let again = try? JSONDocument(parsing: text).root else {
      preconditionFailure("what was written is no JSON")
    }
    precondition(written(again) == text, "what was written reads otherwise")
  } catch {
    precondition(!error.place.isEmpty && !error.problem.isEmpty, "an error without words")
  }
  if let ranges { expectSequence(of: ranges, in: bytes) }
  return 0
}

/// Values that follow one another lie in order and are as many when read as one array.
private func expectSequence(of ranges: [Range<Int>], in bytes: [UInt8]) {
  for (range, next) in zip(ranges, ranges.dropFirst()) {
    precondition(range.upperBound <= next.lowerBound, "values overlap")
  }
  let array = JSONText.array(of: ranges, in: bytes)
  guard let root = try? JSONDocument(parsing: array).root else { return }
  precondition(root.count == ranges.count, "values were lost or won")
}

/// A document written anew, every accessor called on the way.
private func written(_ root: JSON) -> [UInt8] {
  var writer = JSONWriter()
  write(root, to: &writer)
  return writer.bytes
}

private func write(_ value: JSON, to writer: inout JSONWriter) {
  precondition(value.place == "top level" || value.exists || value.kind == .null)
  precondition(!value.error("wrong").problem.isEmpty)
  precondition(!value["missing"]["further"].exists || value.isObject)
  switch value.kind {
  case .object:
    writer.beginObject()
    var count = 0
    for (key, member) in value.members {
      count += 1
      precondition(value[member: key].kind != .missing, "a member that is not found")
      writer.key(text: key)
      write(member, to: &writer)
    }
    precondition(count == value.count, "an object that miscounts")
    writer.endObject()
  case .array:
    writer.beginArray()
    for element in value.elements { write(element, to: &writer) }
    precondition(value.elements.count { _ in true } == value.count, "an array that miscounts")
    precondition(value.strings.count <= value.count)
    writer.endArray()
  case .string:
    precondition(value.text == value.string && !value.equals("\u{0}\u{1}\u{2}"))
    _ = (value.int, value.double, value.nonEmpty)
    writer.string(value.string ?? "")
  case .number:
    precondition(value.text != nil && value.double != nil, "a number without a value")
    if let int = value.int { writer.int(int) } else { writer.double(value.double ?? 0) }
  case .bool: writer.bool(value.bool == true)
  case .null, .missing: writer.null()
  }
}
