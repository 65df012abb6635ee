public import Findings
public import Reconciliation

/// What an issue has been told, or should be: a difference between the two is worth one comment.
public struct TicketFacts: Sendable, Hashable {
  /// Where the findings stand, all together.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// At least one counts as open.
    case open
    /// A complete scan shows none of them any more.
    case fixed
    /// None is open, and at least one is only removed: nobody has proved that it is fixed.
    case removed
    /// None is open or removed, and somebody decided to live with at least one.
    case suppressed
  }

  /// Where the findings stand.
  public var state: State
  /// The worst severity among those that are open; of all, if none is.
  public var severity: Severity
  /// The upgrades that fix open ones, such as `lodash 4.17.21`, sorted.
  public var fixes: [String]
  /// The open ones: id and file.
  public var places: [String: String]
  /// Whether the issue should be done, and its workflow has no way there.
  public var isStuck = false
  /// How often the issue was done while findings were open.
  public var contradictions = 0

  /// Facts without anything open.
  public init(
    state: State,
    severity: Severity,
    fixes: [String] = [],
    places: [String: String] = [:]
  ) {
    self.state = state
    self.severity = severity
    self.fixes = fixes
    self.places = places
  }

  /// What the findings of a subject say.
  public init(of members: [Entry]) {
    let open = members.filter(\.state.countsAsOpen)
    state =
      if !open.isEmpty {
        .open
      } else if members.contains(where: { $0.state == .removed }) {
        .removed
      } else if members.contains(where: { $0.state == .suppressed }) {
        .suppressed
      } else {
        .fixed
      }
    severity = (open.isEmpty ? members : open).map(\.finding.severity).min() ?? .unknown
    fixes = Set(
      open.compactMap { entry in
        entry.finding.location.package.flatMap { package in
          package.fixedIn.map { "\(package.name) \($0)" }
        }
      }
    ).sorted()
    places = Dictionary(open.map { ($0.id, $0.file) }) { first, _ in first }
  }
}

extension Entry {
  /// The file it is in, or what else its place is named by.
  var file: String { finding.location.path ?? finding.identity.place.path }
}
