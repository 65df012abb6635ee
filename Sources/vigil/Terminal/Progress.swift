internal import Findings
internal import Glibc
internal import Pipeline
internal import Synchronization

/// Shows how a run gets on: a line that changes on a terminal, nothing in a job's log.
///
/// With `isVerbose`, each stage's time is printed once it is over.
final class Progress: RunObserver {
  private struct State {
    var stage: RunStage?
    var began: ContinuousClock.Instant
    var shown: ContinuousClock.Instant
  }

  private let state: Mutex<State>
  private let isTerminal: Bool
  private let isVerbose: Bool

  init(isVerbose: Bool, environment: [String: String]) {
    let now = ContinuousClock.now
    state = Mutex(State(stage: nil, began: now, shown: now))
    isTerminal = isatty(STDERR_FILENO) == 1 && environment["CI"] == nil
    self.isVerbose = isVerbose
  }

  func begins(_ stage: RunStage) {
    state.withLock { state in
      end(state)
      state.stage = stage
      state.began = .now
      show("\(stage.rawValue) …")
    }
  }

  func advances(_ stage: RunStage, done: Int, of total: Int) {
    state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.shown > .milliseconds(100) || done == total else { return }
      state.shown = now
      show("\(stage.rawValue) \(done) of \(total)")
    }
  }

  func ends() {
    state.withLock { state in
      end(state)
      state.stage = nil
      if isTerminal { Diagnostics.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
    }
  }

  private func end(_ state: State) {
    guard isVerbose, let stage = state.stage else { return }
    let parts = (ContinuousClock.now - state.began).components
    let milliseconds = parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000
    if isTerminal { Diagnostics.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
    Diagnostics.print("\(stage.rawValue): \(milliseconds) ms")
  }

  private func show(_ text: String) {
    guard isTerminal else { return }
    Diagnostics.write(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO)
  }
}
