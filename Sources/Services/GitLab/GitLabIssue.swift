internal import Actions
internal import Findings
internal import Syntax

/// How GitLab shows an issue (GitLab Docs, "Issues API").
struct GitLabIssue {
  /// The scope of the labels that tell a priority: Free has no other field for it.
  static let priorityScope = "priority::"

  /// Its number on the whole site.
  var number: Int
  /// Its number in its project.
  var iid: Int
  /// The path of its project, such as `group/app`.
  var project: String
  var issue: Issue
  /// The number of the issue that stands for it now; nil if it was not moved.
  var movedTo: Int?

  /// Reads an issue; nil if the answer is none.
  init?(_ json: JSON) {
    guard let number = json["id"].int, let iid = json["iid"].int,
      let reference = Self.reference(json), let state = json["state"].nonEmpty
    else { return nil }
    self.number = number
    self.iid = iid
    project = reference.key.split(separator: "#").first.map(String.init) ?? ""
    movedTo = json["moved_to_id"].int
    let labels = json["labels"].strings
    issue = Issue(
      reference: reference,
      status: state,
      phase: state == "closed" ? .done : .new,
      labels: labels,
      priority: labels.filter { $0.hasPrefix(Self.priorityScope) }.min()
        .map { String($0.dropFirst(Self.priorityScope.count)) },
      due: json["due_date"].nonEmpty
    )
    let assignee = json["assignees"].elements.lazy.compactMap { $0["name"].nonEmpty }.first
    issue.assignee = assignee
    issue.createdAt = Self.instant(json["created_at"])
    issue.updatedAt = Self.instant(json["updated_at"])
    guard issue.phase == .done else { return }
    issue.closedAt = Self.instant(json["closed_at"])
    issue.closedBy = json["closed_by"]["name"].nonEmpty
  }

  /// What an issue is found by; nil if the answer does not say.
  static func reference(_ json: JSON) -> IssueReference? {
    guard let project = json["project_id"].int, let iid = json["iid"].int,
      let url = json["web_url"].nonEmpty
    else { return nil }
    return IssueReference(
      id: "\(project)/\(iid)",
      key: json["references"]["full"].nonEmpty ?? "#\(iid)",
      url: url
    )
  }

  /// A moment such as `2026-01-31T10:00:00.000Z`, of whatever zone.
  private static func instant(_ json: JSON) -> Instant? {
    json.string.flatMap { Instant(iso8601: $0) }
  }
}
