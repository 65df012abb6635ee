internal import Syntax

extension Report {
  /// The JSON value; throws if the report is none.
  func requiredJSON() throws(ReadError) -> JSON {
    guard let json else { throw ReadError(problem: "expected JSON") }
    return json
  }

  /// The elements of the array under a key of the JSON value; throws if there is no array.
  func elements(of key: StaticString) throws(ReadError) -> JSON.Elements {
    let root = try requiredJSON()
    do {
      return try root.requiredArray(key).elements
    } catch {
      throw ReadError(error)
    }
  }
}
