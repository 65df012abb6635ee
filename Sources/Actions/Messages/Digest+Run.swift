internal import Findings
internal import Reconciliation

extension Digest {
  /// What one run changed, whether or not anybody was told, and every scan that is in trouble; a
  /// project's first run changes nothing.
  init(of ledger: Ledger, scope: MessageScope, staleAfterDays: Int) {
    var book = AnnouncementBook(route: "", scope: scope)
    book.settledAt = ledger.previous ?? Instant(seconds: ledger.moment.seconds - 1)
    for project in ledger.projects where !project.isBaseline {
      var told = AnnouncementBook.Project()
      for entry in project.entries where scope.takes(entry.stream) {
        guard let before = entry.before else { continue }
        if before.isOpen { book.open[before.severity] += 1 }
        if scope.takes(before.severity) { told.findings[entry.id] = before }
      }
      book.projects[project.name] = told
    }
    let route = MessageRoute(name: "", scope: scope, isQuiet: false, staleAfterDays: staleAfterDays)
    self =
      planDigest(ledger, told: book, route: route).digest
      ?? Digest(route: "", moment: ledger.moment, since: nil)
    since = ledger.previous
    if since == nil { openBefore = nil }
  }
}

extension Entry {
  /// How it stood before the run that the ledger is of; nil if nobody knew of it.
  fileprivate var before: AnnouncementBook.Told? {
    let known = differences.first { $0.field == "severity" }.flatMap {
      Severity(rawValue: $0.before)
    }
    let severity = known ?? finding.severity
    switch change {
    case .new: return nil
    case .reopened: return AnnouncementBook.Told(severity, isOpen: false)
    case .fixed, .removed: return AnnouncementBook.Told(severity)
    case .changed, .moved, .unchanged, .carried:
      // A decision that was made or taken back turns what holds around.
      let isDecided = differences.contains { $0.field == "suppression" }
      return AnnouncementBook.Told(severity, isOpen: state.countsAsOpen != isDecided)
    }
  }
}
