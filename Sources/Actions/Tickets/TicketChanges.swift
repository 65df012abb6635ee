internal import Findings
internal import Reconciliation

/// What is worth a comment, in sentences.
struct TicketChanges: Sendable {
  var told: TicketFacts
  var now: TicketFacts
  var subject: Subject
  var ticket: Ticket
  /// The project's scans, which are the evidence.
  var scans: [Scan]

  /// How many findings a sentence is made for; the others are counted.
  private static let limit = 10

  /// The sentences, the most important first.
  var sentences: [String] {
    var all: [String] = []
    if now.state != told.state || now.contradictions > told.contradictions { all += verdict }
    if now.state == .open {
      if now.severity != told.severity {
        all.append("The severity is \(now.severity.title) now; it was \(told.severity.title).")
      }
      let fixes = now.fixes.filter { !told.fixes.contains($0) }
      if !fixes.isEmpty { all.append("A fix is available: \(fixes.joined(separator: ", ")).") }
      if told.state == .open { all += members }
    }
    if now.isStuck, !told.isStuck { all.append(standstill) }
    return all
  }

  private var verdict: [String] {
    switch now.state {
    case .open:
      let proofs = list(subject.open.filter { $0.state == .open }) {
        "\(evidence(for: $0)) shows it: \($0.file)."
      }
      if now.contradictions > told.contradictions {
        return ["This issue is done, but the finding is still there."] + proofs + [
          "If it is to stay as it is, close the issue as a false positive or as an accepted risk; "
            + "it will then not be reopened."
        ]
      }
      return ["Found again."] + proofs
    case .fixed:
      let closed = subject.members.filter { $0.state == .fixed }
      return ["Fixed: a complete scan no longer shows it."]
        + list(closed) { "\(evidence(for: $0)) no longer shows \($0.file)." }
    case .removed:
      let gone = subject.members.filter { $0.state == .removed }
      return [
        "No longer found, but not proved to be fixed. Close this issue if you know that it is."
      ] + list(gone) { "\($0.file): \($0.reason ?? "gone")." }
    case .suppressed:
      let decided = subject.members.filter { $0.state == .suppressed }
      return ["Suppressed where it was found."]
        + list(decided) { entry in
          let why = entry.finding.suppression?.justification ?? "no reason given"
          return "\(entry.file): \(why)."
        }
    }
  }

  private var members: [String] {
    let open = Dictionary(subject.open.map { ($0.id, $0) }) { first, _ in first }
    let all = Dictionary(subject.members.map { ($0.id, $0) }) { first, _ in first }
    let added = now.places.keys.filter { told.places[$0] == nil }.sorted().compactMap { open[$0] }
    let gone = told.places.keys.filter { now.places[$0] == nil }.sorted().compactMap { all[$0] }
    let moved = now.places.keys.sorted().compactMap { id -> (Entry, String)? in
      guard let before = told.places[id], before != now.places[id], let entry = open[id] else {
        return nil
      }
      return (entry, before)
    }
    return list(added) { "Also found: \($0.finding.title) in \($0.file)." }
      + list(gone) { "No longer open: \($0.finding.title) in \($0.file) (\($0.state.rawValue))." }
      + list(moved) { "Moved: \($0.0.finding.title), from \($0.1) to \($0.0.file)." }
  }

  private var standstill: String {
    let wanted = now.state == .open ? "reopened" : "closed"
    let reason = ticket.standstill.map { " (\($0.reason))" } ?? ""
    return "This issue should be \(wanted), but its workflow gives no way there\(reason). "
      + "Please do it by hand."
  }

  /// Which scan says so, and when.
  private func evidence(for entry: Entry) -> String {
    let version = scans.first { $0.stream == entry.stream }?.scannerVersion
    let scanner = version.map { "\(entry.stream.scanner) \($0)" } ?? entry.stream.scanner
    let commit = entry.finding.location.commit.map { " of commit \($0.prefix(12))" } ?? ""
    let moment = entry.state.countsAsOpen ? entry.lastSeen : entry.fixedAt ?? entry.lastSeen
    return "The scan by \(scanner)\(commit), \(moment),"
  }

  private func list<Element>(_ all: [Element], _ sentence: (Element) -> String) -> [String] {
    let shown = all.prefix(Self.limit).map(sentence)
    let rest = all.count - shown.count
    return rest > 0 ? shown + ["And \(rest) more."] : shown
  }
}
