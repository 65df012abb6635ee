public import Actions
internal import Logging
public import Pipeline
internal import Syntax

extension GitLabTracker {
  /// The requests that carry out a step, as things stand.
  public func requests(for step: TicketStep) async throws(StepFailure) -> [TrackerRequest] {
    do throws(TrackerFailure) {
      switch step {
      case .create(let draft): return [try await creation(draft)]
      case .comment(let issue, let note):
        return [post("\(try place(of: issue).path)/notes", GitLabDraft.note(note))]
      case .update(let issue, let fields): return try await update(issue, fields)
      case .close(let issue, _, _): return try await turn(issue, to: .done)
      case .reopen(let issue, _): return try await turn(issue, to: .new)
      case .link(let issue, let other, _):
        let body = GitLabDraft.link(to: try place(of: other))
        // A link that is there already is not made again.
        return [post("\(try place(of: issue).path)/links", body, isRepeatable: true)]
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

  private func put(_ path: String, _ body: [UInt8]) -> TrackerRequest {
    TrackerRequest(
      method: "PUT",
      address: access.address(path).text,
      body: body,
      isRepeatable: true
    )
  }

  private func place(of issue: IssueReference) throws(TrackerFailure) -> GitLabPlace {
    guard let place = GitLabPlace(issue) else {
      throw TrackerFailure(kind: .refused, reason: "\(issue.key) is no issue of a GitLab")
    }
    return place
  }

  private func shown(_ place: GitLabPlace) async throws(TrackerFailure) -> GitLabIssue {
    guard let shown = GitLabIssue(try await session.get(place.path).root) else {
      throw TrackerFailure(kind: .postponed, reason: "the answer is no issue")
    }
    return shown
  }

  private func creation(_ draft: TicketDraft) async throws(TrackerFailure) -> TrackerRequest {
    if let priority = draft.fields.priority { try check(priority) }
    let body = GitLabDraft.issue(
      draft,
      assignee: try await assignee(of: draft.destination),
      isConfidential: access.makesConfidential
    )
    return post("\(path(ofProject: draft.destination.project))/issues", body, makesIssue: true)
  }

  /// Refuses a priority that cannot be told by a label: GitLab would make two of it.
  private func check(_ priority: String) throws(TrackerFailure) {
    guard priority.contains(",") else { return }
    let reason = "the priority \"\(priority.oneLine)\" has a comma, which ends a label"
    throw TrackerFailure(kind: .refused, field: "labels", reason: reason)
  }

  /// The number of who is to get an issue, asked for once; nil, and a warning, if there is nobody of
  /// that name.
  private func assignee(of destination: Destination) async throws(TrackerFailure) -> Int? {
    guard let wanted = destination.assignee else { return nil }
    let person = wanted.hasPrefix("@") ? String(wanted.dropFirst()) : wanted
    if let known = memory.person(person) { return known }
    let shown = try await GitLabPage(
      1,
      of: "/users",
      [.init("username", person)],
      in: session
    )
    let number = shown.entries.first { json in
      json["username"].string?.lowercased() == person.lowercased()
        && json["state"].string == "active"
    }?["id"].int
    memory.keep(number, of: person)
    if number == nil {
      let reason = "there is no active \(person); tickets are made without an assignee"
      session.logger.warning("\(name): \(reason)")
    }
    return number
  }

  private func update(
    _ issue: IssueReference,
    _ fields: IssueFields
  ) async throws(TrackerFailure) -> [TrackerRequest] {
    guard fields != IssueFields() else { return [] }
    if let priority = fields.priority { try check(priority) }
    let place = try place(of: issue)
    return [put(place.path, GitLabDraft.update(fields, of: try await shown(place).issue))]
  }

  /// The change of an issue's state; none if it is what it is to be.
  private func turn(
    _ issue: IssueReference,
    to goal: Issue.Phase
  ) async throws(TrackerFailure) -> [TrackerRequest] {
    let place = try place(of: issue)
    let shown = try await shown(place)
    guard shown.issue.phase != goal else { return [] }
    guard shown.movedTo == nil else {
      throw TrackerFailure(kind: .refused, reason: "\(issue.key) was moved to another project")
    }
    return [put(place.path, GitLabDraft.event(goal == .done ? "close" : "reopen"))]
  }
}
