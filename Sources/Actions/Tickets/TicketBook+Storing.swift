public import Findings
internal import Hashing
internal import Syntax

// One object a project: JSON that a person can read, tickets sorted by key.
extension TicketBook {
  /// The version of the stored form that this code writes.
  public static let formatVersion = 1

  /// The key under which a project's book is stored, relative to the history's root.
  public static func key(of project: String) -> String {
    "tickets/\(FileName.safe(project)).json"
  }

  /// The book as JSON, as it is stored.
  public func encoded() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("type", "tickets")
    json.field("format", Self.formatVersion)
    json.field("project", project)
    json.field("startedAt", startedAt.description)
    json.key("tickets")
    json.beginArray()
    for key in tickets.keys.sorted() {
      if let ticket = tickets[key] { json.ticket(ticket) }
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.take()
  }

  /// Reads a book.
  ///
  /// - Parameters:
  ///   - bytes: The JSON.
  ///   - file: The name to call it in an error.
  /// - Throws: What cannot be read, and where.
  public init(decoding bytes: [UInt8], file: String) throws(Problem) {
    do throws(SyntaxError) {
      let json = try JSONDocument(parsing: bytes).root
      guard json["type"].equals("tickets") else { throw json.error("is not a book of tickets") }
      guard let format = json["format"].int, format <= Self.formatVersion else {
        throw json["format"].error("is not a version that this Vigil reads: a newer one wrote it")
      }
      self.init(
        project: try json.requiredString("project"),
        startedAt: try json.requiredInstant("startedAt")
      )
      for element in try json.requiredArray("tickets").elements {
        let ticket = try element.ticket()
        tickets[ticket.key] = ticket
      }
    } catch {
      let place = error.place == "top level" ? "" : error.place
      throw Problem(
        file: file,
        place: place,
        problem: error.problem,
        hint: "restore an earlier version of the object; without it tickets would be made again"
      )
    }
  }
}
