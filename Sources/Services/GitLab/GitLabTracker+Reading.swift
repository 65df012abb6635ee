public import Actions
public import Findings
internal import Syntax

extension GitLabTracker {
  /// How many issues one request asks for: as many as a page has.
  private static let bulk = 100
  /// Up to how many keys are asked for one by one, each by the label that is its own.
  private static let mostKeysAlone = 50
  /// More pages than any answer has: what ends a tracker that turns in a circle.
  private static let mostPages = 200

  /// The issues as they are now; one that was moved, as it is where it is now.
  public func issues(
    _ references: [IssueReference]
  ) async throws(Problem) -> [String: IssueState] {
    var states: [String: IssueState] = [:]
    var projects: [Int: [IssueReference]] = [:]
    for reference in references {
      guard let place = GitLabPlace(reference) else {
        states[reference.id] = .missing("\(reference.key) is no issue of a GitLab")
        continue
      }
      projects[place.project, default: []].append(reference)
    }
    for (project, own) in projects.sorted(by: { $0.key < $1.key }) {
      for chunk in own.chunks(of: Self.bulk) {
        do throws(TrackerFailure) {
          states.merge(try await issues(chunk, of: project)) { $1 }
        } catch {
          throw error.problem(name, chunk.first?.key ?? "")
        }
      }
    }
    return states
  }

  private func issues(
    _ references: ArraySlice<IssueReference>,
    of project: Int
  ) async throws(TrackerFailure) -> [String: IssueState] {
    var states: [String: IssueState] = [:]
    let iids = references.compactMap(GitLabPlace.init).map {
      WebAddress.QueryItem("iids[]", "\($0.iid)")
    }
    let shown: GitLabPage
    do throws(TrackerFailure) {
      shown = try await GitLabPage(1, of: "/projects/\(project)/issues", iids, in: session)
    } catch  where error.isAbsence {
      for reference in references { states[reference.id] = .missing(error.reason) }
      return states
    }
    for found in shown.entries.compactMap(GitLabIssue.init) {
      states[found.issue.reference.id] = try await followed(found)
    }
    // A list may leave out what is there; only a question for the one says that it is not.
    for reference in references where states[reference.id] == nil {
      states[reference.id] = try await state(of: reference)
    }
    return states
  }

  private func state(of reference: IssueReference) async throws(TrackerFailure) -> IssueState? {
    guard let place = GitLabPlace(reference) else { return nil }
    do throws(TrackerFailure) {
      guard let found = GitLabIssue(try await session.get(place.path).root) else { return nil }
      return try await followed(found)
    } catch  where error.isAbsence {
      return .missing("\(reference.key) is deleted, or may not be seen any more")
    }
  }

  /// The issues that bear keys, in whatever state.
  ///
  /// A few keys are asked for one by one. Of many, all issues that bear our common label are read
  /// if those are fewer pages than keys.
  public func issues(
    bearing keys: [TicketKey],
    in projects: [String]
  ) async throws(Problem) -> [TicketKey: [Issue]] {
    var found = Dictionary(keys.map { ($0, [Issue]()) }) { first, _ in first }
    let labels = found.keys.sorted().map(\.label)
    for project in projects {
      do throws(TrackerFailure) {
        for issue in try await issues(of: project, bearing: labels) {
          for key in Set(issue.labels.compactMap(TicketKey.init(label:))) {
            let isKnown = found[key]?.contains { $0.reference.id == issue.reference.id } ?? true
            if !isKnown { found[key]?.append(issue) }
          }
        }
      } catch {
        throw error.problem(name, project)
      }
    }
    return found
  }

  private func issues(
    of project: String,
    bearing labels: [String]
  ) async throws(TrackerFailure) -> [Issue] {
    let path = "\(path(ofProject: project))/issues"
    var entries: [JSON] = []
    if labels.count > Self.mostKeysAlone,
      let all = try await list(path, label: TicketKey.common, ifPages: labels.count)
    {
      entries = all
    } else {
      for label in labels { entries += try await list(path, label: label) ?? [] }
    }
    var issues: [Issue] = []
    for shown in entries.compactMap(GitLabIssue.init) {
      guard case .there(var issue) = try await followed(shown) else {
        // Where it went we may not look; it is there all the same.
        issues.append(shown.issue)
        continue
      }
      // Labels that the other project does not have are not moved along.
      issue.labels = Set(issue.labels + shown.issue.labels).sorted()
      issues.append(issue)
    }
    return issues
  }

  /// All issues with a label, the oldest first; nil if they are more pages than so many.
  private func list(
    _ path: String,
    label: String,
    ifPages most: Int? = nil
  ) async throws(TrackerFailure) -> [JSON]? {
    var entries: [JSON] = []
    for number in 1...min(most ?? Self.mostPages, Self.mostPages) {
      let query: [WebAddress.QueryItem] = [
        .init("labels", label), .init("order_by", "created_at"), .init("sort", "asc"),
      ]
      let page = try await GitLabPage(number, of: path, query, in: session)
      if let most, let count = page.count, count > most { return nil }
      entries += page.entries
      if !page.hasNext { return entries }
    }
    guard most == nil else { return nil }
    let reason = "more than \(Self.mostPages) pages of issues with the label \(label)"
    throw TrackerFailure(kind: .postponed, reason: reason)
  }

  /// Whether one of the comments has some words, the latest first.
  public func hasNote(_ marker: String, on issue: IssueReference) async throws(Problem) -> Bool {
    guard let place = GitLabPlace(issue) else { return false }
    let wanted = GitLabText.plain(marker)
    do throws(TrackerFailure) {
      for number in 1...Self.mostPages {
        let page = try await GitLabPage(
          number,
          of: "\(place.path)/notes",
          [.init("order_by", "created_at"), .init("sort", "desc")],
          in: session
        )
        let texts = page.entries.compactMap { $0["body"].string }
        if texts.contains(where: { GitLabText.plain($0).contains(wanted) }) { return true }
        if !page.hasNext { return false }
      }
    } catch  where error.status == 404 {
      return false
    } catch {
      throw error.problem(name, issue.key)
    }
    throw Problem(file: name, place: issue.key, problem: "has too many comments to look through")
  }

  /// The issue itself: GitLab shows who closed it and when wherever it shows it.
  public func closed(_ issue: Issue) async throws(Problem) -> Issue { issue }
}
