internal import Findings
public import Reconciliation

/// What a route should be told of a ledger, given what it was told before.
///
/// - Parameters:
///   - ledger: What is known now.
///   - book: What the route was told. One with nothing in it takes the whole ledger as told.
///   - route: What the route wants to hear of.
///   - tickets: What this run did about tickets, for a line at the end.
/// - Returns: The digest, if there is any, and the book before and after it.
public func planDigest(
  _ ledger: Ledger,
  told book: AnnouncementBook,
  route: MessageRoute,
  tickets: TicketSummary? = nil
) -> AnnouncementPlan {
  // An older ledger has nothing new to say, and the same one has said it.
  if let settled = book.settledAt, settled >= ledger.moment {
    return AnnouncementPlan(digest: nil, settled: book, untold: book)
  }
  var planner = DigestPlanner(ledger, told: book, route: route)
  for project in ledger.projects where route.scope.takes(project: project.name) {
    planner.take(project)
  }
  return planner.plan(tickets)
}

/// Goes through a ledger, collecting what to tell and what the book will say.
private struct DigestPlanner {
  let book: AnnouncementBook
  let route: MessageRoute
  let moment: Instant
  var digest: Digest
  var settled: AnnouncementBook
  var untold: AnnouncementBook

  init(_ ledger: Ledger, told book: AnnouncementBook, route: MessageRoute) {
    self.book = book
    self.route = route
    moment = ledger.moment
    digest = Digest(route: route.name, moment: ledger.moment, since: book.settledAt)
    settled = AnnouncementBook(route: route.name, scope: route.scope)
    settled.settledAt = ledger.moment
    untold = book
  }

  mutating func take(_ project: ProjectLedger) {
    let known = book.projects[project.name]
    let baseline = known == nil ? silence(of: project) : nil
    if known == nil, book.settledAt != nil { digest.newProjects += 1 }
    var after = AnnouncementBook.Project()
    for index in project.entries.indices where route.scope.takes(project.entries[index].stream) {
      let entry = project.entries[index]
      if entry.state.countsAsOpen { settled.open[entry.finding.severity] += 1 }
      after.findings[entry.id] = tell(entry, known?.findings[entry.id], baseline: baseline)
    }
    for scan in project.scans where route.scope.takes(scan.stream) {
      guard let trouble = ScanTrouble(scan, at: moment, staleAfterDays: route.staleAfterDays)
      else { continue }
      let told = known?.scans[scan.stream]
      after.scans[scan.stream] = told ?? trouble
      if told == nil, baseline == nil, book.scope.takes(scan.stream) {
        digest.scans.append(Digest.ScanItem(trouble: trouble, scan: scan))
      }
    }
    settled.projects[project.name] = after
    if project.isBaseline { untold.projects[project.name] = after }
  }

  /// The moment up to which everything of a project that the book does not know counts as told: its
  /// first run, or, if the route merely did not take it before, when the route was last told.
  private func silence(of project: ProjectLedger) -> Instant {
    guard !project.isBaseline, let settled = book.settledAt else { return moment }
    let first = project.trend.first?.at ?? moment
    return max(first, settled)
  }

  /// Adds to the digest what is to be told of a finding.
  ///
  /// - Returns: What the book will say of it; nil for nothing.
  private mutating func tell(
    _ entry: Entry,
    _ told: AnnouncementBook.Told?,
    baseline: Instant?
  ) -> AnnouncementBook.Told? {
    let severity = entry.finding.severity
    guard let told else {
      guard entry.state.countsAsOpen, route.scope.takes(severity) else { return nil }
      if isNews(entry, baseline: baseline) { add(entry, kind(of: entry), before: nil) }
      return AnnouncementBook.Told(severity)
    }
    switch (told.isOpen, entry.state.countsAsOpen) {
    case (true, true):
      guard severity < told.severity, route.scope.takes(severity) else { return told }
      add(entry, .worsened, before: told.severity)
      return AnnouncementBook.Told(severity)
    case (false, true):
      guard route.scope.takes(severity) else { return told }
      add(entry, .reopened, before: nil)
      return AnnouncementBook.Told(severity)
    case (true, false):
      if route.scope.takes(told.severity) { addClosed(entry) }
      return AnnouncementBook.Told(told.severity, isOpen: false)
    case (false, false):
      return told
    }
  }

  /// Whether a finding that the book does not know is news: not if it is of a baseline, or the route
  /// did not take its like when it was last told.
  private func isNews(_ entry: Entry, baseline: Instant?) -> Bool {
    let silence = baseline ?? (book.scope.takes(entry) ? nil : book.settledAt)
    return silence.map { entry.lastNews > $0 } ?? true
  }

  /// What became of a finding that the book does not know.
  private func kind(of entry: Entry) -> Digest.Kind {
    guard let since = book.settledAt, entry.firstSeen <= since else { return .new }
    let events = entry.history.filter { $0.at > since }
    if events.contains(where: { $0.change == .reopened }) { return .reopened }
    return events.contains { $0.note.contains("severity: ") } ? .worsened : .new
  }

  private mutating func add(_ entry: Entry, _ kind: Digest.Kind, before: Severity?) {
    let known =
      before
      ?? entry.differences.first { $0.field == "severity" }.flatMap {
        Severity(rawValue: $0.before)
      }
    let worse = kind == .worsened ? known : nil
    digest.findings.append(Digest.Item(kind: kind, entry: entry, before: worse))
  }

  private mutating func addClosed(_ entry: Entry) {
    let kind: Digest.Kind =
      switch entry.state {
      case .fixed: .fixed
      case .suppressed: .accepted
      case .removed, .open, .unknown: .removed
      }
    digest.closed.append(Digest.Item(kind: kind, entry: entry, before: nil))
  }

  /// The finished plan.
  mutating func plan(_ tickets: TicketSummary?) -> AnnouncementPlan {
    settled.unconfirmed = book.unconfirmed
    guard book.settledAt != nil, digest.isNews || !route.isQuiet else {
      return AnnouncementPlan(digest: nil, settled: settled, untold: untold)
    }
    digest.findings.sort { $0.comes(before: $1) }
    digest.closed.sort { $0.comes(before: $1) }
    digest.scans.sort { ($0.trouble.rank, $0.scan.stream) < ($1.trouble.rank, $1.scan.stream) }
    digest.open = settled.open
    digest.openBefore = book.scope == route.scope ? book.open : nil
    digest.tickets = tickets
    digest.mayBeMissing = book.unconfirmed
    settled.unconfirmed = []
    return AnnouncementPlan(digest: digest, settled: settled, untold: untold)
  }
}

extension Digest.Item {
  /// The worst first; then by place and id, so that the order is always the same.
  fileprivate func comes(before other: Digest.Item) -> Bool {
    let (left, right) = (entry.finding.severity.rank, other.entry.finding.severity.rank)
    if left != right { return left < right }
    if entry.stream != other.entry.stream { return entry.stream < other.entry.stream }
    return entry.id < other.entry.id
  }
}
