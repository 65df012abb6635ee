internal import Actions
internal import Syntax

/// An issue that is to be made, as far as a form takes it.
struct JiraDraft {
  let draft: TicketDraft
  let form: JiraForm
  let flavour: JiraFlavour
  /// What the form has no room for, in sentences.
  private(set) var dropped: [String] = []

  private var priority: String?
  private var due: String?
  private var components: [String] = []
  private var assignee: String?
  private var parent: String?
  private var hasText: Bool

  /// The property of an issue under which it holds what its ticket is about.
  private static let property = "vigil"
  /// The most UTF-16 units of a summary.
  private static let summaryLimit = 255

  /// Fits a draft into a form, without its assignee if that one may not have the issue.
  ///
  /// - Throws: The field without which there can be no issue.
  init(
    _ draft: TicketDraft,
    in form: JiraForm,
    _ flavour: JiraFlavour,
    isAssignable: Bool
  ) throws(TrackerFailure) {
    self.draft = draft
    self.form = form
    self.flavour = flavour
    hasText = form.fields["description"] != nil
    guard form.fields["labels"] != nil else {
      let reason =
        "is not on the screen for a new \(form.type) in \(form.project); "
        + "tickets are found again by their labels"
      throw TrackerFailure(kind: .refused, field: "labels", reason: reason)
    }
    if !hasText { drop("the description") }
    priority = fitting(draft.fields.priority, "priority")
    due = fitting(draft.fields.due, "duedate")
    components = draft.destination.components.compactMap { fitting($0, "components") }
    parent = fitting(draft.destination.parent, "parent")
    assignee = fitting(draft.destination.assignee, "assignee")
    if assignee != nil, !isAssignable {
      drop("the assignee \(assignee ?? ""), who cannot be assigned issues there")
      assignee = nil
    }
    try checkRequired()
  }

  private mutating func drop(_ what: String) {
    dropped.append("\(form.project), \(form.type): tickets are made without \(what)")
  }

  /// A value that a field takes.
  private mutating func fitting(_ value: String?, _ id: String) -> String? {
    guard let value else { return nil }
    guard let field = form.fields[id] else {
      drop("the field \"\(id)\", which is not on the screen")
      return nil
    }
    let isChoice = id == "priority" || id == "components"
    guard let fit = isChoice ? field.value(named: value) : value else {
      drop("\"\(value)\" in the field \"\(id)\", which the project does not have")
      return nil
    }
    return fit
  }

  private func checkRequired() throws(TrackerFailure) {
    var filled: Set<String> = ["summary", "labels", "description"]
    if priority != nil { filled.insert("priority") }
    if due != nil { filled.insert("duedate") }
    if !components.isEmpty { filled.insert("components") }
    if assignee != nil { filled.insert("assignee") }
    if parent != nil { filled.insert("parent") }
    let missing = form.fields.keys.sorted().filter { id in
      form.fields[id]?.isRequired == true && !filled.contains(id)
    }
    guard let first = missing.first else { return }
    let names = missing.compactMap { form.fields[$0]?.name }.joined(separator: ", ")
    let reason =
      "a new \(form.type) in \(form.project) must have what no ticket has: \(names.oneLine)"
    throw TrackerFailure(kind: .refused, field: first, reason: reason)
  }

  /// The body of the request.
  var body: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("fields")
    writer.beginObject()
    let isNumber = form.project.utf8.allSatisfy { (48...57).contains($0) }
    writer.named("project", by: isNumber ? "id" : "key", form.project)
    writer.named("issuetype", by: "id", form.typeID)
    writer.field("summary", draft.title.oneLine.prefix(utf16: Self.summaryLimit))
    if hasText {
      writer.key("description")
      writer.json(flavour.text(markdown: draft.text))
    }
    writer.field("labels", draft.labels)
    if let priority { writer.named("priority", by: "name", priority) }
    writer.field("duedate", due)
    if !components.isEmpty {
      writer.key("components")
      writer.beginArray()
      for component in components { writer.named(by: "name", component) }
      writer.endArray()
    }
    if let assignee { writer.named("assignee", by: flavour.person, assignee) }
    if let parent { writer.named("parent", by: "key", parent) }
    writer.endObject()
    if flavour == .cloud { writer.property(Self.property, of: draft) }
    writer.endObject()
    return writer.take()
  }
}

extension JSONWriter {
  /// Writes an object that names something by one member.
  mutating func named(by member: String, _ name: String) {
    beginObject()
    key(text: member)
    string(name)
    endObject()
  }

  /// Writes a member that names something by one member.
  mutating func named(_ key: StaticString, by member: String, _ name: String) {
    self.key(key)
    named(by: member, name)
  }

  fileprivate mutating func property(_ name: String, of draft: TicketDraft) {
    key("properties")
    beginArray()
    beginObject()
    field("key", name)
    key("value")
    beginObject()
    field("key", draft.key.label)
    field("subject", draft.subject)
    field("generation", draft.generation)
    endObject()
    endObject()
    endArray()
  }
}

extension String {
  /// The start of at most so many UTF-16 units, ended by an ellipsis where it is cut.
  fileprivate func prefix(utf16 limit: Int) -> String {
    guard utf16.count > limit else { return self }
    var start = self
    while start.utf16.count >= limit { start.removeLast() }
    return start + "…"
  }
}
