internal import Actions
internal import Findings
internal import Syntax

/// How Jira shows an issue.
enum JiraIssue {
  /// The fields that are looked at.
  static let fields = [
    "status", "resolution", "labels", "priority", "duedate", "assignee", "created", "updated",
    "resolutiondate",
  ]

  /// An issue with its fields; nil if the answer is none.
  static func issue(_ json: JSON, _ access: JiraAccess) -> Issue? {
    let fields = json["fields"]
    guard let reference = reference(json, access), let status = fields["status"]["name"].string
    else { return nil }
    var issue = Issue(
      reference: reference,
      status: status,
      phase: phase(fields["status"]),
      resolution: fields["resolution"]["name"].nonEmpty,
      labels: fields["labels"].strings,
      priority: fields["priority"]["name"].nonEmpty,
      due: fields["duedate"].nonEmpty
    )
    issue.assignee = fields["assignee"]["displayName"].nonEmpty
    issue.createdAt = instant(fields["created"])
    issue.updatedAt = instant(fields["updated"])
    if issue.phase == .done { issue.closedAt = instant(fields["resolutiondate"]) }
    return issue
  }

  /// What an issue is found by; nil if the answer does not say.
  static func reference(_ json: JSON, _ access: JiraAccess) -> IssueReference? {
    guard let id = json["id"].text, !id.isEmpty, let key = json["key"].nonEmpty else { return nil }
    return IssueReference(id: id, key: key, url: access.page(of: key))
  }

  /// How far a status is, by its category: its name may be anything.
  static func phase(_ status: JSON) -> Issue.Phase {
    switch status["statusCategory"]["key"].string {
    case "new": .new
    case "done": .done
    default: .active
    }
  }

  /// A moment such as `2026-01-31T10:00:00.000+0000`.
  static func instant(_ json: JSON) -> Instant? { json.string.flatMap { Instant(iso8601: $0) } }

  /// An issue with who ended it and when, by the latest of the changes that did.
  static func closed(_ issue: Issue, by changes: some Sequence<JSON>) -> Issue {
    var issue = issue
    var latest: Instant?
    for change in changes {
      guard let at = instant(change["created"]), latest.map({ $0 <= at }) ?? true,
        change["items"].elements.contains(where: isEnd)
      else { continue }
      latest = at
      issue.closedAt = at
      issue.closedBy = change["author"]["displayName"].nonEmpty
    }
    return issue
  }

  /// Whether a change sets the status or a resolution; of an issue that is done the latest of these
  /// is what ended it.
  private static func isEnd(_ item: JSON) -> Bool {
    switch item["field"].string {
    case "status": true
    case "resolution": item["to"].nonEmpty != nil
    default: false
    }
  }

  /// The text of a comment: of wiki markup without its escapes, of a document all text in it.
  static func text(_ json: JSON) -> String {
    if let markup = json.string { return markup.filter { $0 != "\\" } }
    var text = ""
    collect(json, into: &text)
    return text
  }

  private static func collect(_ node: JSON, into text: inout String) {
    if let run = node["text"].string { text += run }
    for child in node["content"].elements { collect(child, into: &text) }
    if node["type"].string.map(isBlock) == true { text += "\n" }
  }

  private static func isBlock(_ type: String) -> Bool {
    !["text", "mention", "emoji"].contains(type)
  }
}
