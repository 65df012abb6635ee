public import Findings
internal import Hashing
internal import Reconciliation
internal import Syntax

// One object a route: JSON that a person can read, everything sorted.
extension AnnouncementBook {
  /// The version of the stored form that this code writes.
  public static let formatVersion = 1

  /// The key under which a route's book is stored, relative to the history's root.
  public static func key(of route: String) -> String { "messages/\(FileName.safe(route)).json" }

  /// The book as JSON, as it is stored.
  public func encoded() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("type", "messages")
    json.field("format", Self.formatVersion)
    json.field("route", route)
    json.field("settledAt", settledAt?.description)
    json.field("unconfirmed", unconfirmed.map(\.description))
    json.key("scope")
    json.beginObject()
    json.field("projects", scope.projects.map(\.text))
    json.field("categories", scope.categories.map(\.rawValue).sorted())
    json.field("severity", scope.severity.rawValue)
    json.endObject()
    json.counts("open", open)
    json.key("projects")
    json.beginArray()
    for (name, project) in projects.sorted(by: { $0.key < $1.key }) {
      json.project(name, project)
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
      guard json["type"].equals("messages") else { throw json.error("is not a book of messages") }
      guard let format = json["format"].int, format <= Self.formatVersion else {
        throw json["format"].error("is not a version that this Vigil reads: a newer one wrote it")
      }
      let scope = try json.requiredObject("scope")
      self.init(
        route: try json.requiredString("route"),
        scope: MessageScope(
          projects: scope["projects"].elements.compactMap(\.string).map { Pattern($0) },
          categories: Set(
            scope["categories"].elements.compactMap(\.string).map { Category(rawValue: $0) }
          ),
          severity: try scope.word("severity")
        )
      )
      settledAt = try json.optionalInstant("settledAt")
      for moment in json["unconfirmed"].elements {
        guard let instant = moment.string.flatMap({ Instant(iso8601: $0) }) else {
          throw moment.error("is not a moment")
        }
        unconfirmed.append(instant)
      }
      let counts = try json.optionalObject("open")
      for severity in Severity.allCases {
        open[severity] = counts[member: severity.rawValue].int ?? 0
      }
      for element in try json.requiredArray("projects").elements {
        projects[try element.requiredString("name")] = try element.announced()
      }
    } catch {
      throw Problem(
        file: file,
        place: error.place == "top level" ? "" : error.place,
        problem: error.problem,
        hint: "restore an earlier version of the object; without it news would be taken as told"
      )
    }
  }
}

extension JSONWriter {
  /// Writes counts by severity, those that are not 0.
  mutating func counts(_ name: StaticString, _ counts: SeverityCounts) {
    key(name)
    beginObject()
    for severity in Severity.allCases where counts[severity] > 0 {
      key(text: severity.rawValue)
      int(counts[severity])
    }
    endObject()
  }

  fileprivate mutating func project(_ name: String, _ project: AnnouncementBook.Project) {
    beginObject()
    field("name", name)
    let findings = project.findings.sorted { $0.key < $1.key }
    self.findings("open", findings.filter(\.value.isOpen))
    self.findings("closed", findings.filter { !$0.value.isOpen })
    if !project.scans.isEmpty {
      key("scans")
      beginArray()
      for (stream, trouble) in project.scans.sorted(by: { $0.key < $1.key }) {
        beginObject()
        field("category", stream.category.rawValue)
        field("scanner", stream.scanner)
        field("target", stream.target)
        field("trouble", trouble.rawValue)
        endObject()
      }
      endArray()
    }
    endObject()
  }

  private mutating func findings(
    _ name: StaticString,
    _ findings: [(key: String, value: AnnouncementBook.Told)]
  ) {
    guard !findings.isEmpty else { return }
    key(name)
    beginObject()
    for (id, told) in findings {
      key(text: id)
      string(told.severity.rawValue)
    }
    endObject()
  }
}

extension JSON {
  fileprivate func announced() throws(SyntaxError) -> AnnouncementBook.Project {
    var project = AnnouncementBook.Project()
    for (name, isOpen) in [("open" as StaticString, true), ("closed", false)] {
      for (id, value) in try optionalObject(name).members {
        guard let severity = value.string.flatMap(Severity.init(rawValue:)) else {
          throw value.error("is not a severity")
        }
        project.findings[id] = AnnouncementBook.Told(severity, isOpen: isOpen)
      }
    }
    let name = try requiredString("name")
    for scan in try optionalArray("scans").elements {
      let stream = Stream(
        project: name,
        category: Category(rawValue: try scan.requiredString("category")),
        scanner: try scan.requiredString("scanner"),
        target: try scan.optionalString("target") ?? ""
      )
      project.scans[stream] = try scan.word("trouble") as ScanTrouble
    }
    return project
  }
}
