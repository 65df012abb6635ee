extension Scan {
  /// Whether it has not reported for more than so many days; one that is missing is not stale
  /// besides.
  public func isStale(at moment: Instant, afterDays days: Int) -> Bool {
    guard outcome != .missing, let last = observedAt ?? completeAt else { return false }
    return last.seconds + Int64(days) * 86_400 < moment.seconds
  }
}
