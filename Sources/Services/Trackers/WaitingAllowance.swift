internal import Synchronization

/// How long all requests of a run together may still wait between their tries.
final class WaitingAllowance: Sendable {
  private let remaining: Mutex<Duration>

  init(_ total: Duration) {
    remaining = Mutex(total)
  }

  /// A policy that waits no longer than what is left, and tries once when nothing is.
  func bounded(_ policy: RetryPolicy) -> RetryPolicy {
    let left = remaining.withLock { $0 }
    var bounded = policy
    bounded.longest = min(policy.longest, left)
    bounded.patience = min(policy.patience, left)
    if left <= .zero { bounded.tries = 1 }
    return bounded
  }

  /// Surroundings in which every pause is taken from what is left.
  func taking(from surroundings: Surroundings) -> Surroundings {
    var counted = surroundings
    counted.sleep = { [self] pause in
      remaining.withLock { $0 -= pause }
      try await surroundings.sleep(pause)
    }
    return counted
  }
}
