internal import Actions
internal import Syntax

// GitLab moves an issue by closing it and making another, of which only the number is told.
extension GitLabTracker {
  /// More moves than anybody makes.
  private static let mostMoves = 5

  /// An issue as it is where it was moved to in the end.
  func followed(_ shown: GitLabIssue) async throws(TrackerFailure) -> IssueState {
    var found = shown
    for _ in 0..<Self.mostMoves {
      guard let number = found.movedTo else { return .there(found.issue) }
      let next: GitLabIssue?
      if let issue = try await issue(numbered: number) {
        next = issue
      } else {
        next = try await issue(numbered: number, namedOn: found)
      }
      guard let next else {
        return .missing("\(shown.issue.reference.key) was moved to where it may not be seen")
      }
      found = next
    }
    return .missing("\(shown.issue.reference.key) was moved too often to be followed")
  }

  /// An issue by its number on the whole site, which only administrators may ask for.
  private func issue(numbered number: Int) async throws(TrackerFailure) -> GitLabIssue? {
    guard memory.asksByNumber else { return nil }
    do throws(TrackerFailure) {
      return GitLabIssue(try await session.get("/issues/\(number)").root)
    } catch  where error.isAbsence {
      memory.asksByNumber = error.status == 404
      return nil
    }
  }

  /// An issue by the note that GitLab leaves on the one it was moved from, `moved to group/app#12`;
  /// only its number proves that it is the one.
  private func issue(
    numbered number: Int,
    namedOn origin: GitLabIssue
  ) async throws(TrackerFailure) -> GitLabIssue? {
    guard let place = GitLabPlace(origin.issue.reference) else { return nil }
    let notes = try await GitLabPage(
      1,
      of: "\(place.path)/notes",
      [.init("sort", "desc")],
      in: session
    )
    for note in notes.entries where note["system"].bool == true {
      guard let path = Self.path(movedTo: note["body"].string ?? "", from: origin.project) else {
        continue
      }
      do throws(TrackerFailure) {
        let shown = try await session.get(path)
        if let found = GitLabIssue(shown.root), found.number == number { return found }
      } catch  where error.isAbsence {
        continue
      }
    }
    return nil
  }

  /// The path of the issue that a note names, relative to a project; nil if it names none.
  static func path(movedTo note: String, from project: String) -> String? {
    let start = "moved to "
    guard note.hasPrefix(start) else { return nil }
    let parts = note.dropFirst(start.count).split(separator: "#", maxSplits: 1)
    guard parts.count == 2, let iid = Int(parts[1]) else { return nil }
    let namespace = project.split(separator: "/").dropLast().joined(separator: "/")
    let isWhole = parts[0].contains("/") || namespace.isEmpty
    let target = isWhole ? String(parts[0]) : "\(namespace)/\(parts[0])"
    return "/projects/\(target.percentEncoded())/issues/\(iid)"
  }
}
