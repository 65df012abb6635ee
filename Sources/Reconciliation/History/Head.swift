public import Findings
internal import Syntax

/// The small object that says which run is the latest; the only one that is ever replaced.
public struct Head: Sendable, Hashable {
  /// The version of the stored form that this code writes.
  public static let formatVersion = 1

  /// The key under which it is stored, relative to the history's root.
  public static let key = "head.json"

  /// The latest run.
  public var run: RunName

  /// A head that names a run.
  public init(run: RunName) {
    self.run = run
  }

  /// The head as JSON, as it is stored.
  public func encoded() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("type", "head")
    json.field("format", Self.formatVersion)
    json.field("run", run.description)
    json.field("sha256", run.sha256)
    json.endObject()
    json.endLine()
    return json.take()
  }

  /// Reads a head.
  ///
  /// - Parameters:
  ///   - bytes: The JSON.
  ///   - file: The name to call it in an error.
  /// - Throws: What cannot be read, and where.
  public init(decoding bytes: [UInt8], file: String = key) throws(Problem) {
    do throws(SyntaxError) {
      let json = try JSONDocument(parsing: bytes).root
      guard json["type"].equals("head") else { throw json.error("is not the head of a history") }
      try json.requireFormat(upTo: Self.formatVersion)
      guard let run = RunName(try json.requiredString("run")) else {
        throw json["run"].error("is not the name of a run")
      }
      guard try json.requiredString("sha256") == run.sha256 else {
        throw json["sha256"].error("is not the digest in the run's name")
      }
      self.init(run: run)
    } catch {
      let place = error.place == "top level" ? "" : error.place
      throw Problem(file: file, place: place, problem: error.problem)
    }
  }
}
