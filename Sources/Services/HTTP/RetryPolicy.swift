internal import Findings

/// When a request is sent again, and after how long; a pure function of what happened.
public struct RetryPolicy: Sendable, Hashable {
  /// What came of a try.
  public enum Outcome: Sendable, Hashable {
    /// No answer.
    case failed(HTTPError.Kind)
    /// An answer that asks for another try, and how long it says to wait.
    case refused(retryAfter: Duration?)
  }

  /// How many times a request is sent at most.
  public var tries: Int
  /// The longest pause before the second try; each further one may be twice as long.
  public var base: Duration
  /// The longest pause of all.
  public var longest: Duration
  /// The longest pause that an answer may ask for; if it asks for more, that is the end.
  public var patience: Duration

  /// Five tries within some ten seconds, unless said otherwise.
  public init(
    tries: Int = 5,
    base: Duration = .milliseconds(300),
    longest: Duration = .seconds(20),
    patience: Duration = .seconds(60)
  ) {
    self.tries = tries
    self.base = base
    self.longest = longest
    self.patience = patience
  }

  /// How long to wait before sending a request again; nil if it is not to be sent again.
  ///
  /// - Parameters:
  ///   - tries: How many times it has been sent.
  ///   - outcome: What came of the last one.
  ///   - isRepeatable: Whether carrying it out twice does what once does.
  ///   - random: Where in the pause to wake up, from 0 to 1, so that many clients do not come back
  ///     at once.
  /// - Returns: The pause.
  public func pause(
    after tries: Int,
    _ outcome: Outcome,
    isRepeatable: Bool,
    random: Double
  ) -> Duration? {
    guard tries < self.tries else { return nil }
    let exponential = min(longest, base * Double(1 << min(tries - 1, 20)))
    let jittered = exponential * (0.5 + random / 2)
    switch outcome {
    case .failed(.notConnected): return jittered
    case .failed(.interrupted): return isRepeatable ? jittered : nil
    case .failed: return nil
    case .refused(let retryAfter):
      guard let retryAfter, retryAfter > jittered else { return jittered }
      return retryAfter <= patience ? retryAfter : nil
    }
  }
}

extension RetryPolicy {
  /// How long an answer says to wait (RFC 9110 §10.2.3), in seconds or until a date, which is
  /// measured against the answer's own.
  public static func retryAfter(_ headers: HTTPHeaders) -> Duration? {
    guard let value = headers["Retry-After"] else { return nil }
    if let seconds = Int64(value) { return seconds >= 0 ? .seconds(min(seconds, 1 << 30)) : nil }
    guard let until = HTTPDate.instant(value), let now = headers["Date"].flatMap(HTTPDate.instant)
    else { return nil }
    return .seconds(max(0, until.seconds - now.seconds))
  }
}
