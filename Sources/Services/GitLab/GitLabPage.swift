internal import Syntax

/// One page of a list (GitLab Docs, "REST API", offset-based pagination).
struct GitLabPage {
  /// How many entries a page has: the most that GitLab gives.
  private static let size = 100

  var entries: [JSON]
  /// Whether another follows.
  var hasNext: Bool
  /// How many pages there are; nil if the list is too long for GitLab to count.
  var count: Int?

  /// Asks for a page, from 1 on.
  init(
    _ number: Int,
    of path: String,
    _ query: [WebAddress.QueryItem] = [],
    in session: TrackerSession
  ) async throws(TrackerFailure) {
    let place: [WebAddress.QueryItem] = [
      .init("per_page", "\(Self.size)"), .init("page", "\(number)"),
    ]
    let response = try await session.response(path, query + place)
    let list = try TrackerSession.document(response).root
    guard list.isArray else {
      throw TrackerFailure(kind: .postponed, status: response.status, reason: "shows no list")
    }
    entries = Array(list.elements)
    let next = response.headers["X-Next-Page"]
    // A proxy may have taken the field away.
    hasNext = !entries.isEmpty && (next.map { !$0.isEmpty } ?? (entries.count == Self.size))
    count = response.headers["X-Total-Pages"].flatMap { Int($0) }
  }
}
