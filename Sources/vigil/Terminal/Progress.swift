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
    /// The processor time that the program had taken by then.
    var taken: Duration
    var shown: ContinuousClock.Instant
  }

  private let state: Mutex<State>
  private let isTerminal: Bool
  private let isVerbose: Bool

  init(isVerbose: Bool, environment: [String: String]) {
    let now = ContinuousClock.now
    state = Mutex(State(stage: nil, began: now, taken: Self.processorTime, shown: now))
    isTerminal = isatty(STDERR_FILENO) == 1 && environment["CI"] == nil
    self.isVerbose = isVerbose
  }

  func begins(_ stage: RunStage) {
    state.withLock { state in
      end(state)
      state.stage = stage
      state.began = .now
      state.taken = Self.processorTime
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
    let wall = Self.milliseconds(ContinuousClock.now - state.began)
    let processor = Self.milliseconds(Self.processorTime - state.taken)
    if isTerminal { Diagnostics.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
    Diagnostics.print("\(stage.rawValue): \(wall) ms, \(processor) ms of processor time")
  }

  private static func milliseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    return seconds * 1_000 + attoseconds / 1_000_000_000_000_000
  }

  /// What the program's threads have taken together.
  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private func show(_ text: String) {
    guard isTerminal else { return }
    Diagnostics.write(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO)
  }
}
