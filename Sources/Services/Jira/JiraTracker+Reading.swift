public import Actions
public import Findings
internal import Pipeline
internal import Syntax

extension JiraTracker {
  /// How many issues one request asks for (Cloud takes 100).
  private static let bulk = 100
  /// How many issues are asked for at a time where each is a request.
  private static let breadth = 4
  /// How many keys one query names.
  private static let keysAtOnce = 50
  /// More pages than any answer has: what ends a tracker that turns in a circle.
  private static let mostPages = 200

  /// The issues as they are now, from the database.
  public func issues(
    _ references: [IssueReference]
  ) async throws(Problem) -> [String: IssueState] {
    switch access.flavour {
    case .cloud: try await issuesInBulk(references)
    case .dataCenter: try await issuesOneByOne(references)
    }
  }

  private func issuesInBulk(
    _ references: [IssueReference]
  ) async throws(Problem) -> [String: IssueState] {
    var states: [String: IssueState] = [:]
    for chunk in references.chunks(of: Self.bulk) {
      var body = JSONWriter()
      body.beginObject()
      body.field("issueIdsOrKeys", chunk.map(\.id))
      body.field("fields", JiraIssue.fields)
      body.endObject()
      let bytes = body.take()
      let (answer, issues) = try await asking { () async throws(TrackerFailure) in
        let answer = try await session.ask("/issue/bulkfetch", bytes)
        return (answer, try JiraIssue.issues(answer.root, access))
      }
      for reference in chunk {
        states[reference.id] = .missing("\(reference.key) is deleted, or may not be seen any more")
      }
      // What Jira could not look at is not missing.
      for error in answer.root["issueErrors"].elements {
        if let id = error["id"].text { states[id] = nil }
      }
      for issue in issues { states[issue.reference.id] = .there(issue) }
    }
    return states
  }

  private func issuesOneByOne(
    _ references: [IssueReference]
  ) async throws(Problem) -> [String: IssueState] {
    let states = try await references.concurrentMap(atMost: Self.breadth) {
      (reference) throws(Problem) in
      (reference.id, try await state(of: reference))
    }
    return Dictionary(states) { first, _ in first }
  }

  private func state(of reference: IssueReference) async throws(Problem) -> IssueState {
    do throws(TrackerFailure) {
      let fields = WebAddress.QueryItem("fields", JiraIssue.fields.joined(separator: ","))
      let answer = try await session.get(path(of: reference), [fields])
      return .there(try JiraIssue.issue(answer.root, access))
    } catch {
      guard error.hidesIssue else { throw error.problem(name, reference.key) }
      return .missing(error.reason)
    }
  }

  /// The issues that bear keys, wherever they have been moved to: a query for a project would not
  /// find those, and is refused whole if one of its projects is gone.
  public func issues(
    bearing keys: [TicketKey],
    in projects: [String]
  ) async throws(Problem) -> [TicketKey: [Issue]] {
    var found = Dictionary(keys.map { ($0, [Issue]()) }) { first, _ in first }
    for chunk in found.keys.sorted().chunks(of: Self.keysAtOnce) {
      let labels = chunk.map { "\"\($0.label)\"" }.joined(separator: ", ")
      for issue in try await search("labels in (\(labels)) order by created asc, key asc") {
        for key in Set(issue.labels.compactMap(TicketKey.init(label:))) {
          found[key]?.append(issue)
        }
      }
    }
    return found
  }

  private func search(_ jql: String) async throws(Problem) -> [Issue] {
    var issues: [Issue] = []
    var seen: Set<String> = []
    var place = JiraPlace()
    for _ in 0..<Self.mostPages {
      let body = place.query(jql, access.flavour)
      let path = access.flavour == .cloud ? "/search/jql" : "/search"
      let (answer, page) = try await asking { () async throws(TrackerFailure) in
        let answer = try await session.ask(path, body)
        return (answer, try JiraIssue.issues(answer.root, access))
      }
      issues += page.filter { seen.insert($0.reference.id).inserted }
      guard place.advance(answer.root, access.flavour) else { return issues }
    }
    throw Problem(file: name, problem: "a search has more than \(Self.mostPages) pages")
  }

  /// Whether one of the comments has some words, the latest first.
  public func hasNote(_ marker: String, on issue: IssueReference) async throws(Problem) -> Bool {
    var start = 0
    for _ in 0..<Self.mostPages {
      let answer: JSONDocument
      do throws(TrackerFailure) {
        let query = Self.page(from: start) + [.init("orderBy", "-created")]
        answer = try await session.get("\(path(of: issue))/comment", query)
      } catch {
        guard error.hidesIssue else { throw error.problem(name, issue.key) }
        return false
      }
      var count = 0
      for comment in answer.root["comments"].elements {
        if JiraIssue.text(comment["body"], has: marker) { return true }
        count += 1
      }
      start += count
      guard count > 0, start < answer.root["total"].int ?? 0 else { return false }
    }
    throw Problem(file: name, place: issue.key, problem: "has too many comments to look through")
  }

  /// An issue with who ended it and when, by its history.
  public func closed(_ issue: Issue) async throws(Problem) -> Issue {
    guard issue.phase == .done else { return issue }
    do throws(TrackerFailure) {
      switch access.flavour {
      case .cloud: return try await closedByPages(issue)
      case .dataCenter:
        let query: [WebAddress.QueryItem] = [
          .init("expand", "changelog"), .init("fields", "status"),
        ]
        let answer = try await session.get(path(of: issue.reference), query)
        return JiraIssue.closed(issue, by: answer.root["changelog"]["histories"].elements)
      }
    } catch {
      guard error.hidesIssue else { throw error.problem(name, issue.reference.key) }
      return issue
    }
  }

  private func closedByPages(_ issue: Issue) async throws(TrackerFailure) -> Issue {
    var changes: [JSON] = []
    for _ in 0..<Self.mostPages {
      let path = "\(path(of: issue.reference))/changelog"
      let answer = try await session.get(path, Self.page(from: changes.count)).root
      let page = Array(answer["values"].elements)
      changes += page
      if page.isEmpty || answer["isLast"].bool == true { break }
      if let total = answer["total"].int, changes.count >= total { break }
    }
    return JiraIssue.closed(issue, by: changes)
  }

  /// The path of an issue.
  func path(of issue: IssueReference) -> String { "/issue/\(issue.id.percentEncoded())" }

  /// The parameters of a page.
  static func page(from start: Int) -> [WebAddress.QueryItem] {
    [.init("startAt", "\(start)"), .init("maxResults", "100")]
  }
}
