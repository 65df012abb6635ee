internal import Actions
internal import Synchronization

/// What a tracker has learnt of its Jira in one run.
final class JiraMemory: Sendable {
  private struct State {
    var forms: [String: JiraForm] = [:]
    var linkTypes: [JiraLinkType]?
    var assignable: [String: Bool] = [:]
    var visited: [String: Set<String>] = [:]
    var warned: Set<String> = []
  }

  private let state = Mutex(State())

  /// The form for a type of issue in a project.
  func form(_ key: String) -> JiraForm? { state.withLock { $0.forms[key] } }

  /// Remembers a form.
  func keep(_ form: JiraForm, _ key: String) { state.withLock { $0.forms[key] = form } }

  /// The ways in which issues may be linked.
  func linkTypes() -> [JiraLinkType]? { state.withLock(\.linkTypes) }

  /// Remembers the ways in which issues may be linked.
  func keep(_ types: [JiraLinkType]) { state.withLock { $0.linkTypes = types } }

  /// Whether a person may get issues of a project.
  func isAssignable(_ key: String) -> Bool? { state.withLock { $0.assignable[key] } }

  /// Remembers whether a person may get issues of a project.
  func keep(isAssignable: Bool, _ key: String) {
    state.withLock { $0.assignable[key] = isAssignable }
  }

  /// Notes a status that an issue has on its way, and tells all that it has had.
  func pass(_ status: String, on way: String) -> Set<String> {
    state.withLock { state in
      state.visited[way, default: []].insert(status)
      return state.visited[way] ?? []
    }
  }

  /// The issue is where it was to go.
  func arrive(on way: String) { state.withLock { $0.visited[way] = nil } }

  /// Whether something is said for the first time.
  func isNews(_ sentence: String) -> Bool { state.withLock { $0.warned.insert(sentence).inserted } }
}
