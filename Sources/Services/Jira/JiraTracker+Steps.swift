public import Actions
internal import Logging
public import Pipeline
internal import Syntax

extension JiraTracker {
  /// The requests that carry out a step, as things stand.
  public func requests(for step: TicketStep) async throws(StepFailure) -> [TrackerRequest] {
    do throws(TrackerFailure) {
      switch step {
      case .create(let draft): return try await creation(draft)
      case .comment(let issue, let note):
        return [post("\(path(of: issue))/comment", comment(note))]
      case .update(let issue, let fields): return update(issue, fields)
      case .close(let issue, _, let isFixed):
        return try await move(issue, to: .done(isFixed: isFixed))
      case .reopen(let issue, _): return try await move(issue, to: .notDone)
      case .link(let issue, let other, let relation):
        return [try await link(issue, to: other, relation)]
      }
    } catch {
      // Nothing was sent that changes anything.
      throw StepFailure(error.kind == .refused ? error.outcome : .postponed(error.reason))
    }
  }

  private func post(
    _ path: String,
    _ body: [UInt8],
    isRepeatable: Bool = false,
    makesIssue: Bool = false
  ) -> TrackerRequest {
    TrackerRequest(
      method: "POST",
      address: access.address(path).text,
      body: body,
      isRepeatable: isRepeatable,
      makesIssue: makesIssue
    )
  }

  private func comment(_ note: TicketNote) -> [UInt8] {
    var body = JSONWriter()
    body.beginObject()
    body.key("body")
    body.json(access.flavour.text(markdown: note.text))
    body.endObject()
    return body.take()
  }

  private func update(_ issue: IssueReference, _ fields: IssueFields) -> [TrackerRequest] {
    guard fields != IssueFields() else { return [] }
    var body = JSONWriter()
    body.beginObject()
    body.key("fields")
    body.beginObject()
    if let priority = fields.priority { body.named("priority", by: "name", priority) }
    body.field("duedate", fields.due)
    body.endObject()
    body.endObject()
    return [
      TrackerRequest(
        method: "PUT",
        address: access.address(path(of: issue)).text,
        body: body.take(),
        isRepeatable: true
      )
    ]
  }
}

// Making an issue.
extension JiraTracker {
  private func creation(_ draft: TicketDraft) async throws(TrackerFailure) -> [TrackerRequest] {
    let form = try await form(draft.destination)
    let isAssignable = try await isAssignable(draft.destination, form)
    let fitted = try JiraDraft(draft, in: form, access.flavour, isAssignable: isAssignable)
    for sentence in fitted.dropped where memory.isNews(sentence) {
      session.logger.warning("\(name): \(sentence)")
    }
    return [post("/issue", fitted.body, makesIssue: true)]
  }

  /// What the project asks for; asked once.
  private func form(_ destination: Destination) async throws(TrackerFailure) -> JiraForm {
    let key = "\(destination.project)\0\(destination.issueType)"
    if let form = memory.form(key) { return form }
    let path = "/issue/createmeta/\(destination.project.percentEncoded())/issuetypes"
    let types = try await pages(path, ["issueTypes", "values"]).compactMap { type in
      type["id"].text.map { (id: $0, name: type["name"].string ?? $0) }
    }
    let wanted = destination.issueType.lowercased()
    let type =
      types.first { $0.name.lowercased() == wanted } ?? types.first { $0.id == wanted }
    guard let type else {
      let offered = types.map(\.name).joined(separator: ", ").oneLine
      let reason =
        types.isEmpty
        ? "the project \(destination.project) offers no types; may the account make issues there?"
        : "the project \(destination.project) has no \(destination.issueType), only \(offered)"
      throw TrackerFailure(kind: .refused, field: "issuetype", reason: reason)
    }
    var form = JiraForm(project: destination.project, typeID: type.id, type: type.name)
    for field in try await pages("\(path)/\(type.id.percentEncoded())", ["fields", "values"]) {
      form.add(field)
    }
    memory.keep(form, key)
    return form
  }

  /// All entries of a list that comes in pages, under whichever name this kind of Jira has for it.
  private func pages(_ path: String, _ names: [String]) async throws(TrackerFailure) -> [JSON] {
    var entries: [JSON] = []
    for _ in 0..<50 {
      let answer = try await session.get(path, Self.page(from: entries.count)).root
      let page = names.lazy.map { answer[member: $0] }.first(where: \.isArray)
      let fresh = page.map { Array($0.elements) } ?? []
      entries += fresh
      if fresh.isEmpty || answer["isLast"].bool == true { break }
      if let total = answer["total"].int, entries.count >= total { break }
    }
    return entries
  }

  /// Whether who is to get issues may: Jira refuses an issue whose assignee may not have it.
  private func isAssignable(
    _ destination: Destination,
    _ form: JiraForm
  ) async throws(TrackerFailure) -> Bool {
    guard let person = destination.assignee, form.fields["assignee"] != nil else { return true }
    let key = "\(destination.project)\0\(person)"
    if let known = memory.isAssignable(key) { return known }
    let answer = try await session.get(
      "/user/assignable/search",
      [
        .init("project", destination.project), .init(access.flavour.personFilter, person),
        .init("maxResults", "1000"),
      ]
    )
    let isAssignable = answer.root.elements.contains {
      $0[member: access.flavour.person].string == person
    }
    memory.keep(isAssignable: isAssignable, key)
    return isAssignable
  }
}

// Moving and linking issues.
extension JiraTracker {
  /// The next move of an issue; none if it is where it is to be.
  private func move(
    _ issue: IssueReference,
    to goal: JiraWay.Goal
  ) async throws(TrackerFailure) -> [TrackerRequest] {
    let (isToDone, way) =
      switch goal {
      case .done: (true, "done\0\(issue.id)")
      case .notDone: (false, "open\0\(issue.id)")
      }
    let shown = try await session.get(path(of: issue), [.init("fields", "status")])
    let status = shown.root["fields"]["status"]
    guard let current = status["name"].string else {
      throw TrackerFailure(kind: .postponed, reason: "\(issue.key) shows no status")
    }
    guard (JiraIssue.phase(status) == .done) != isToDone else {
      memory.arrive(on: way)
      return []
    }
    let path = "\(path(of: issue))/transitions"
    let answer = try await session.get(path, [.init("expand", "transitions.fields")])
    let next = try JiraWay(
      goal: goal,
      status: current,
      phase: JiraIssue.phase(status),
      visited: memory.pass(current, on: way),
      words: access.resolutions
    )
    .next(among: answer.root["transitions"].elements.compactMap(JiraTransition.init))
    return [post(path, next.transition.body(resolution: next.resolution))]
  }

  private func link(
    _ issue: IssueReference,
    to other: IssueReference,
    _ relation: TicketStep.Relation
  ) async throws(TrackerFailure) -> TrackerRequest {
    let types: [JiraLinkType]
    if let known = memory.linkTypes() {
      types = known
    } else {
      types = JiraLinkType.all(try await session.get("/issueLinkType").root)
      memory.keep(types)
    }
    guard let type = JiraLinkType.best(of: types, for: relation) else {
      let reason = "the site has no type of link that says \"relates\""
      throw TrackerFailure(kind: .refused, reason: reason)
    }
    var body = JSONWriter()
    body.beginObject()
    body.named("type", by: "id", type.id)
    // The link leads from its inward issue: that one "duplicates" the outward one.
    body.named("inwardIssue", by: "id", issue.id)
    body.named("outwardIssue", by: "id", other.id)
    body.endObject()
    // A link that is there already is not made again.
    return post("/issueLink", body.take(), isRepeatable: true)
  }
}
