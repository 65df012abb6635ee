internal import Synchronization

/// What a tracker has learnt of its GitLab in one run.
final class GitLabMemory: Sendable {
  private struct State {
    var people: [String: Int?] = [:]
    var asksByNumber = true
    var warned: Set<String> = []
  }

  private let state = Mutex(State())

  /// The number of a person, nil in nil if it was not asked for, nil if there is none.
  func person(_ name: String) -> Int?? { state.withLock { $0.people[name] } }

  /// Remembers the number of a person, or that there is none.
  func keep(_ number: Int?, of name: String) {
    state.withLock { $0.people[name] = .some(number) }
  }

  /// Whether we may ask for issues by the number that is theirs on the whole site, as administrators
  /// may; yes, until it was refused.
  var asksByNumber: Bool {
    get { state.withLock(\.asksByNumber) }
    set { state.withLock { $0.asksByNumber = newValue } }
  }

  /// Whether something is said for the first time.
  func isNews(_ sentence: String) -> Bool { state.withLock { $0.warned.insert(sentence).inserted } }
}
