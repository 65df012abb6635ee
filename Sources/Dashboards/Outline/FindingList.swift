internal import Findings
internal import Reconciliation

/// The lists of findings that have a page of their own.
enum FindingList: Sendable, Hashable {
  /// Those that count as open.
  case open
  /// Those of a severity that count as open.
  case severity(Severity)
  /// Those in a state.
  case state(State)

  /// All of them, in the order of their index.
  static let all = Severity.allCases.map(FindingList.severity) + states
  /// Those of them that are of one state.
  static let states = [State.unknown, .suppressed, .fixed, .removed].map(FindingList.state)

  /// The name of its page.
  var fileName: String {
    switch self {
    case .open, .state(.open): "index.html"
    case .severity(let severity): "\(severity.rawValue).html"
    case .state(let state): "\(state.word).html"
    }
  }

  /// What its page is called.
  var title: String {
    switch self {
    case .open: "Open findings"
    case .severity(.unknown): "Open findings of unknown severity"
    case .severity(let severity): "Open \(severity.rawValue) findings"
    case .state(let state):
      state.word.prefix(1).uppercased() + state.word.dropFirst() + " findings"
    }
  }

  /// How many findings are in it.
  func count(_ totals: LedgerTotals) -> Int {
    switch self {
    case .open: totals.open.total
    case .severity(let severity): totals.open[severity]
    case .state(let state): totals.states[state] ?? 0
    }
  }

  /// Whether an entry of a state and severity is in it.
  func contains(_ state: State, _ severity: Severity) -> Bool {
    switch self {
    case .open: state.countsAsOpen
    case .severity(let own): state.countsAsOpen && severity == own
    case .state(let own): state == own
    }
  }

  /// The word for it among others, such as `critical`.
  var word: String {
    switch self {
    case .open: "open"
    case .severity(let severity): severity.rawValue
    case .state(let state): state.word
    }
  }

  /// Its first findings, in listing order; of one project, or of all.
  func first(
    _ limit: Int,
    of project: Int? = nil,
    in outline: LedgerOutline
  ) -> [FindingReference] {
    var merge = ListingMerge(outline)
    for number in outline.projects.indices where project == nil || number == project {
      merge.add(positions(in: outline.projects[number]), of: number)
    }
    return merge.first(limit)
  }

  /// The positions of its findings in a project, in listing order.
  private func positions(in project: ProjectOutline) -> [Int] {
    switch self {
    case .open: project.open
    case .severity(let severity):
      project.open.filter { project.ledger.entries[$0].finding.severity == severity }
    case .state(let state):
      ListingOrder.positions(in: project.ledger.entries) { $0 == state }
    }
  }
}
