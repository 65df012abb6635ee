internal import Syntax

/// Reads many lines of JSON at once.
enum NDJSON {
  /// Parses lines as the elements of one array.
  ///
  /// A line feed cannot be within JSON's strings, so that putting a comma in its place is enough:
  /// many times faster than parsing line by line, which is left for finding the line of an error.
  static func parse(_ lines: [UInt8]) throws(SyntaxError) -> JSONDocument {
    let padding = 64
    let end = lines.lastIndex { $0 != UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0
    var array: [UInt8] = []
    array.reserveCapacity(end + 2 + padding)
    array.append(UInt8(ascii: "["))
    array.append(contentsOf: lines[..<end])
    array.withUnsafeMutableBufferPointer { bytes in
      for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
        bytes[index] = UInt8(ascii: ",")
      }
    }
    array.append(UInt8(ascii: "]"))
    do {
      return try JSONDocument(parsing: array)
    } catch {
      throw fault(in: lines[..<end]) ?? error
    }
  }

  /// The first line that is no JSON.
  private static func fault(in lines: ArraySlice<UInt8>) -> SyntaxError? {
    let lines = lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      do {
        _ = try JSONDocument(parsing: Array(line))
      } catch {
        return SyntaxError(place: "line \(index + 1)", problem: error.problem)
      }
    }
    return nil
  }

  /// A place in the array as a place in a line: `line 3: location.line` for `[2].location.line`.
  static func place(_ place: String) -> String {
    guard place.hasPrefix("["), let end = place.firstIndex(of: "]"),
      let index = Int(place[place.index(after: place.startIndex)..<end])
    else { return place }
    let field = place[place.index(after: end)...].drop { $0 == "." }
    return field.isEmpty ? "line \(index + 1)" : "line \(index + 1): \(field)"
  }
}
