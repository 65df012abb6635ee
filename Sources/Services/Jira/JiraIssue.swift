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

  /// The issues that an answer lists.
  ///
  /// - Throws: That it lists none, or one that cannot be read: what is left out would be made again.
  static func issues(_ json: JSON, _ access: JiraAccess) throws(TrackerFailure) -> [Issue] {
    guard json["issues"].isArray else {
      throw TrackerFailure(kind: .postponed, reason: "the answer has no list of issues")
    }
    var issues: [Issue] = []
    for json in json["issues"].elements { issues.append(try issue(json, access)) }
    return issues
  }

  /// An issue with its fields.
  static func issue(_ json: JSON, _ access: JiraAccess) throws(TrackerFailure) -> Issue {
    let fields = json["fields"]
    guard let reference = reference(json, access), let status = fields["status"]["name"].string
    else {
      let reason = "the answer shows an issue without its id, key or status"
      throw TrackerFailure(kind: .postponed, reason: reason)
    }
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

  /// Whether a text of the API, wiki markup or a document, has some words; only letters and digits
  /// count, since marks between them may be escaped or broken.
  static func text(_ json: JSON, has words: String) -> Bool {
    var text = ""
    collect(json, into: &text)
    return lettersAndDigits(text).contains(lettersAndDigits(words))
  }

  private static func collect(_ node: JSON, into text: inout String) {
    text += node.string ?? node["text"].string ?? ""
    for child in node["content"].elements { collect(child, into: &text) }
  }

  private static func lettersAndDigits(_ text: String) -> String {
    text.filter { $0.isLetter || $0.isNumber }
  }
}
