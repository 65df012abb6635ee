public import Findings
internal import Reconciliation

/// What the dashboards say of tickets after a run.
public struct TicketReport: Sendable, Hashable {
  /// One ticket, the findings it is about, and how it stands.
  public struct Line: Sendable, Hashable {
    /// The project.
    public var project: String
    /// The ticket.
    public var ticket: Ticket
    /// The worst severity of its findings.
    public var severity: Severity
    /// The ids of its open findings; of all, if none is open.
    public var findings: [String]
    /// Whether any is open.
    public var isOpen: Bool
    /// Whether a later ticket about the same took its place.
    public var isPast = false

    /// A ticket and what it is about.
    public init(
      project: String,
      ticket: Ticket,
      severity: Severity,
      findings: [String],
      isOpen: Bool
    ) {
      self.project = project
      self.ticket = ticket
      self.severity = severity
      self.findings = findings
      self.isOpen = isOpen
    }

    /// Whether it is done in the tracker, by nobody's decision, while a finding of it is open.
    public var isDoneWhileOpen: Bool {
      isOpen && ticket.missing == nil && ticket.seen?.phase == .done && ticket.decision == nil
    }

    /// Whether it is done in the tracker though a scan still shows a finding, and was reopened once.
    public var isContradicted: Bool { isDoneWhileOpen && ticket.contradictions > 0 }
  }

  /// One thing that was to be done in the tracker.
  public struct Step: Sendable, Hashable {
    /// The project.
    public var project: String
    /// What is done, in a word: that of the planned step.
    public var verb: String
    /// The issue it is done to; nil for one that is to be made, or was only just made.
    public var issue: IssueReference?
    /// The title of an issue that is to be made; nil for all else.
    public var title: String?
    /// Why, in a sentence without a full stop.
    public var reason: String
    /// Whether it was carried out.
    public var isDone: Bool

    /// A step that was or was not carried out.
    public init(
      project: String,
      verb: String,
      issue: IssueReference? = nil,
      title: String? = nil,
      reason: String,
      isDone: Bool
    ) {
      self.project = project
      self.verb = verb
      self.issue = issue
      self.title = title
      self.reason = reason
      self.isDone = isDone
    }
  }

  /// The tracker, as a person knows it.
  public var tracker: String
  /// When it was last asked.
  public var asOf: Instant
  /// Whether the tracker was asked in this run; else this is what earlier runs remember.
  public var isCurrent = true
  /// Whether steps are carried out, or only planned.
  public var isApplied: Bool
  /// The tickets whose issues are known, those of the past included, project by project.
  public var lines: [Line]
  /// Why open findings have no ticket, by their ids.
  public var absences: [String: Absence]
  /// What was to be done, in the order of the plan.
  public var steps: [Step]

  /// A report of what is known.
  public init(
    tracker: String,
    asOf: Instant,
    isApplied: Bool,
    lines: [Line] = [],
    absences: [String: Absence] = [:],
    steps: [Step] = []
  ) {
    self.tracker = tracker
    self.asOf = asOf
    self.isApplied = isApplied
    self.lines = lines
    self.absences = absences
    self.steps = steps
  }

  /// How many steps were carried out, by their verb.
  public var done: [String: Int] { count { $0.isDone } }

  /// How many steps are still to be done, by their verb.
  public var pending: [String: Int] { count { !$0.isDone } }

  private func count(_ isCounted: (Step) -> Bool) -> [String: Int] {
    Dictionary(steps.filter(isCounted).map { ($0.verb, 1) }, uniquingKeysWith: +)
  }
}
