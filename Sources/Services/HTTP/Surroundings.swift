public import Findings
internal import Glibc

/// What a service needs of the world besides its server: the time, chance, and a way to wait.
public struct Surroundings: Sendable {
  /// The moment, for signatures and for credentials that end.
  public var now: @Sendable () -> Instant
  /// A number from 0 to 1.
  public var random: @Sendable () -> Double
  /// Waits; throws when the task is cancelled meanwhile.
  public var sleep: @Sendable (Duration) async throws -> Void

  /// Surroundings of a test's own.
  public init(
    now: @escaping @Sendable () -> Instant,
    random: @escaping @Sendable () -> Double,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.now = now
    self.random = random
    self.sleep = sleep
  }

  /// The real ones.
  public static let real = Surroundings(
    now: { Instant(seconds: Int64(time(nil))) },
    random: { Double.random(in: 0...1) },
    sleep: { try await Task.sleep(for: $0) }
  )
}
