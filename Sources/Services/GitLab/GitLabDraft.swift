internal import Actions
internal import Markdown
internal import Syntax

/// The bodies that change something (GitLab Docs, "Issues API" and "Notes API").
enum GitLabDraft {
  /// The most bytes of a text: GitLab takes 1,048,576 characters of a description, and 1,000,000 of
  /// a note.
  private static let textLimit = 1_000_000
  /// The types that an issue may be made as.
  private static let types: Set<String> = ["issue", "incident", "task"]

  /// A new issue.
  static func issue(_ draft: TicketDraft, assignee: Int?, isConfidential: Bool) -> [UInt8] {
    var labels = draft.labels
    if let priority = draft.fields.priority { labels.append(label(forPriority: priority)) }
    let type = draft.destination.issueType.lowercased()
    var body = JSONWriter()
    body.beginObject()
    body.field("title", GitLabText.title(draft.title))
    body.field("description", text(draft.text))
    body.field("labels", labels.joined(separator: ","))
    body.field("due_date", draft.fields.due)
    body.field("issue_type", types.contains(type) ? type : "issue")
    body.field("confidential", isConfidential)
    if let assignee {
      body.key("assignee_ids")
      body.beginArray()
      body.int(assignee)
      body.endArray()
    }
    body.endObject()
    return body.take()
  }

  /// Fields of an issue that bears some labels.
  static func update(_ fields: IssueFields, of issue: Issue) -> [UInt8] {
    var body = JSONWriter()
    body.beginObject()
    body.field("due_date", fields.due)
    if let priority = fields.priority {
      let label = label(forPriority: priority)
      let others = issue.labels.filter { $0.hasPrefix(GitLabIssue.priorityScope) && $0 != label }
      body.field("add_labels", label)
      if !others.isEmpty { body.field("remove_labels", others.joined(separator: ",")) }
    }
    body.endObject()
    return body.take()
  }

  /// A comment.
  static func note(_ note: TicketNote) -> [UInt8] {
    var body = JSONWriter()
    body.beginObject()
    body.field("body", text(note.text))
    body.endObject()
    return body.take()
  }

  /// A change of state: `close` or `reopen`.
  static func event(_ name: String) -> [UInt8] {
    var body = JSONWriter()
    body.beginObject()
    body.field("state_event", name)
    body.endObject()
    return body.take()
  }

  /// A link to an issue, of the only type that Free has.
  static func link(to place: GitLabPlace) -> [UInt8] {
    var body = JSONWriter()
    body.beginObject()
    body.field("target_project_id", "\(place.project)")
    body.field("target_issue_iid", "\(place.iid)")
    body.field("link_type", "relates_to")
    body.endObject()
    return body.take()
  }

  /// The label that tells a priority.
  static func label(forPriority name: String) -> String { GitLabIssue.priorityScope + name }

  private static func text(_ markdown: String) -> String {
    MarkdownDocument(parsing: markdown).glfm(limit: textLimit)
  }
}
