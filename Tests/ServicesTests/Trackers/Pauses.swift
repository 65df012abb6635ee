import Findings
import Synchronization

@testable import Services

/// Surroundings in which nothing waits, and which remember how long it would have.
final class Pauses: Sendable {
  private let pauses = Mutex<[Duration]>([])

  var all: [Duration] { pauses.withLock { $0 } }

  var surroundings: Surroundings {
    Surroundings(
      now: { Instant(seconds: 1_790_000_000) },
      random: { 0.5 },
      sleep: { [self] pause in pauses.withLock { $0.append(pause) } }
    )
  }
}
