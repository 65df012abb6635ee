public import Findings
internal import Syntax

extension RunRecord {
  /// The largest record that is unpacked, in bytes.
  public static let sizeLimit = 1 << 30

  /// The record as JSON, the same bytes for the same record.
  public func encoded() -> [UInt8] {
    var json = JSONWriter(capacity: 4_096 + projects.count * 512 + history.count * 96)
    json.beginObject()
    json.field("type", "run")
    json.field("format", Self.formatVersion)
    json.field("moment", moment.description)
    json.field("tool", tool)
    json.field("parent", parent?.description)
    json.field("configuration", configuration)
    json.key("totals")
    json.object(totals)
    json.key("projects")
    json.beginArray()
    for project in projects {
      json.beginObject()
      json.field("name", project.name)
      json.field("key", project.key)
      json.field("sha256", project.sha256)
      json.field("size", project.size)
      json.key("totals")
      json.object(project.totals)
      json.endObject()
    }
    json.endArray()
    json.field("history", history.map(\.description))
    json.endObject()
    json.endLine()
    return json.take()
  }

  /// The record as it is stored, and the name it is stored under.
  public func stored() throws(Problem) -> (name: RunName, stored: Stored) {
    let stored = try Stored(packing: encoded(), file: "run record of \(moment)")
    return (RunName(moment: moment, sha256: stored.sha256), stored)
  }

  /// Reads a stored record, which must be the one that its name promises: one step in walking the
  /// chain.
  ///
  /// - Parameters:
  ///   - bytes: The packed bytes.
  ///   - name: The name by which the head or a later record knows it.
  ///   - limit: The largest size in bytes to unpack.
  /// - Throws: What is wrong with the record: damaged, altered, not readable, or of another moment.
  public init(
    unpacking bytes: [UInt8],
    named name: RunName,
    limit: Int = sizeLimit
  ) throws(Problem) {
    let content = try Stored.unpack(bytes, sha256: name.sha256, file: name.key, limit: limit)
    do {
      try self.init(decoding: try JSONDocument(parsing: content).root)
    } catch {
      let place = error.place == "top level" ? "" : error.place
      throw Problem(file: name.key, place: place, problem: error.problem)
    }
    guard moment == name.moment else {
      throw Problem(file: name.key, place: "moment", problem: "is \(moment), unlike in its name")
    }
  }

  private init(decoding json: JSON) throws(SyntaxError) {
    guard json["type"].equals("run") else { throw json.error("is not the record of a run") }
    try json.requireFormat(upTo: Self.formatVersion)
    var memory = SnapshotMemory()
    var history: [RunName] = []
    for element in try json.optionalArray("history").elements {
      guard let name = element.string.flatMap(RunName.init) else {
        throw element.error("is not the name of a run")
      }
      history.append(name)
    }
    var projects: [ProjectRecord] = []
    for element in try json.requiredArray("projects").elements {
      projects.append(
        ProjectRecord(
          name: try element.requiredString("name"),
          key: try element.requiredString("key"),
          sha256: try element.requiredString("sha256"),
          size: try element.requiredInt("size"),
          totals: try element.totals("totals")
        )
      )
    }
    self.init(
      moment: try memory.requiredInstant(json, "moment"),
      tool: try json.requiredString("tool"),
      history: history,
      configuration: try json.requiredString("configuration"),
      totals: try json.totals("totals"),
      projects: projects
    )
    guard try json.optionalString("parent") == parent?.description else {
      throw json["parent"].error("is not the last run of the history")
    }
  }
}

extension JSONWriter {
  /// Writes totals; changes that did not occur are left out.
  fileprivate mutating func object(_ totals: Totals) {
    beginObject()
    key("open")
    beginObject()
    fields(totals.open)
    endObject()
    field("unknown", totals.unknown)
    field("suppressed", totals.suppressed)
    key("changes")
    beginObject()
    for change in Change.allCases {
      guard let count = totals.changes[change] else { continue }
      key(text: change.rawValue)
      int(count)
    }
    endObject()
    endObject()
  }
}

extension JSON {
  /// The totals under a key.
  fileprivate func totals(_ key: StaticString) throws(SyntaxError) -> Totals {
    let json = try requiredObject(key)
    var totals = Totals()
    totals.open = try json.severityCounts("open")
    totals.unknown = try json.requiredInt("unknown")
    totals.suppressed = try json.requiredInt("suppressed")
    for (name, value) in try json.requiredObject("changes").members {
      guard let change = Change(rawValue: name) else { continue }
      guard let count = value.int else { throw value.error("expected a number") }
      totals.changes[change] = count
    }
    return totals
  }
}
