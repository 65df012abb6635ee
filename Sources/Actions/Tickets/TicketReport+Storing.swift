public import Findings
internal import Syntax

// One object a run, so that a report of a past date shows the tickets as they stood then.
extension TicketReport {
  /// The version of the stored form that this code writes.
  public static let formatVersion = 1

  /// The key under which the report of a run is stored, relative to the history's root.
  public static func key(of moment: Instant) -> String {
    "tickets/runs/\(moment.description.filter { $0 != "-" && $0 != ":" }).json"
  }

  /// The report as JSON, as it is stored.
  public func encoded() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("type", "ticketReport")
    json.field("format", Self.formatVersion)
    json.field("tracker", tracker)
    json.field("asOf", asOf.description)
    if !isCurrent { json.field("isCurrent", false) }
    json.field("isApplied", isApplied)
    json.key("lines")
    json.beginArray()
    for line in lines { json.line(line) }
    json.endArray()
    json.absences(absences)
    json.key("steps")
    json.beginArray()
    for step in steps { json.step(step) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.take()
  }

  /// Reads a report.
  ///
  /// - Parameters:
  ///   - bytes: The JSON.
  ///   - file: The name to call it in an error.
  /// - Throws: What cannot be read, and where.
  public init(decoding bytes: [UInt8], file: String) throws(Problem) {
    do throws(SyntaxError) {
      let json = try JSONDocument(parsing: bytes).root
      guard json["type"].equals("ticketReport") else {
        throw json.error("is not a report on tickets")
      }
      guard let format = json["format"].int, format <= Self.formatVersion else {
        throw json["format"].error("is not a version that this Vigil reads: a newer one wrote it")
      }
      self.init(
        tracker: try json.requiredString("tracker"),
        asOf: try json.requiredInstant("asOf"),
        isApplied: json["isApplied"].bool ?? false
      )
      isCurrent = json["isCurrent"].bool ?? true
      for element in try json.requiredArray("lines").elements {
        lines.append(try element.ticketLine())
      }
      absences = try json.absences("absences")
      for element in try json.requiredArray("steps").elements {
        steps.append(try element.ticketStep())
      }
    } catch {
      let place = error.place == "top level" ? "" : error.place
      throw Problem(
        file: file,
        place: place,
        problem: error.problem,
        hint: "restore the object, or remove it: the pages then show no tickets"
      )
    }
  }
}

extension JSONWriter {
  fileprivate mutating func line(_ line: TicketReport.Line) {
    beginObject()
    field("project", line.project)
    field("severity", line.severity.rawValue)
    field("findings", line.findings)
    field("isOpen", line.isOpen)
    if line.isPast { field("isPast", true) }
    key("ticket")
    ticket(line.ticket)
    endObject()
  }

  /// Writes the ids of each reason together: they are many, the reasons few.
  fileprivate mutating func absences(_ absences: [String: Absence]) {
    let ids = Dictionary(grouping: absences.keys) { absences[$0] }
    key("absences")
    beginObject()
    for reason in Absence.allCases {
      guard let ids = ids[reason] else { continue }
      key(text: reason.rawValue)
      beginArray()
      for id in ids.sorted() { string(id) }
      endArray()
    }
    endObject()
  }

  fileprivate mutating func step(_ step: TicketReport.Step) {
    beginObject()
    field("project", step.project)
    field("verb", step.verb)
    if let issue = step.issue { reference("issue", issue) }
    field("title", step.title)
    field("reason", step.reason)
    field("isDone", step.isDone)
    endObject()
  }
}

extension JSON {
  fileprivate func ticketLine() throws(SyntaxError) -> TicketReport.Line {
    var line = TicketReport.Line(
      project: try requiredString("project"),
      ticket: try requiredObject("ticket").ticket(),
      severity: try word("severity"),
      findings: try requiredArray("findings").elements.compactMap(\.string),
      isOpen: self["isOpen"].bool ?? false
    )
    line.isPast = self["isPast"].bool ?? false
    return line
  }

  fileprivate func absences(_ key: StaticString) throws(SyntaxError) -> [String: Absence] {
    var absences: [String: Absence] = [:]
    for (word, ids) in try optionalObject(key).members {
      guard let reason = Absence(rawValue: word) else { throw ids.error("is no known reason") }
      for id in ids.elements.compactMap(\.string) { absences[id] = reason }
    }
    return absences
  }

  fileprivate func ticketStep() throws(SyntaxError) -> TicketReport.Step {
    TicketReport.Step(
      project: try requiredString("project"),
      verb: try requiredString("verb"),
      issue: try reference("issue"),
      title: try optionalString("title"),
      reason: try requiredString("reason"),
      isDone: self["isDone"].bool ?? false
    )
  }
}
