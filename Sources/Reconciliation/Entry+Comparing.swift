extension Entry {
  /// What happened to a finding between an earlier run's sight of it (nil if that run did not know
  /// it) and this one; nil if nothing worth a word did.
  public func change(since before: Entry?) -> Change? {
    guard let before else {
      switch state {
      case .open, .suppressed, .unknown: return .new
      case .fixed: return .fixed
      case .removed: return .removed
      }
    }
    switch (before.isLive, isLive) {
    case (true, false): return state == .fixed ? .fixed : .removed
    case (false, true): return .reopened
    case (false, false): return nil
    case (true, true): break
    }
    let differences = Difference.between(before.finding, finding)
    if differences.contains(where: { !$0.isOfPlace }) { return .changed }
    return differences.isEmpty ? nil : .moved
  }
}
