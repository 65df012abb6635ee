internal import Findings
internal import Reconciliation
internal import Templates

/// A digest, as the templates under `messages/` see it.
struct DigestView: TemplateView {
  let digest: Digest
  let links: TicketLinks

  /// How many findings, closed ones and scans are listed each; the others are counted.
  static let limit = 10

  static let schema = Schema<DigestView>(
    "digest",
    [
      .text("headline") { $0.headline },
      .flag("isNews") { $0.digest.isNews },
      .text("moment") { $0.digest.moment.minute },
      .text("since") { $0.digest.since?.minute },
      .list("counts") { $0.counts },
      .list("scanCounts") { $0.scanCounts },
      .number("open") { $0.digest.open.total },
      .text("openSeverities") { $0.digest.open.words },
      .text("openDelta") { $0.openDelta },
      .number("newProjects") { $0.digest.newProjects > 0 ? $0.digest.newProjects : nil },
      .text("tickets") { $0.digest.tickets?.words },
      .flag("hasFindings") { !$0.digest.findings.isEmpty },
      .list("findings") { view in
        view.digest.findings.prefix(limit).map { DigestItemView(item: $0, links: view.links) }
      },
      .number("moreFindings") { Self.more($0.digest.findings.count) },
      .text("moreSeverities") { view in
        Self.severities(view.digest.findings.dropFirst(limit)).words
      },
      .flag("hasClosed") { !$0.digest.closed.isEmpty },
      .list("closed") { view in
        view.digest.closed.prefix(limit).map { DigestItemView(item: $0, links: view.links) }
      },
      .number("moreClosed") { Self.more($0.digest.closed.count) },
      .flag("hasScans") { !$0.digest.scans.isEmpty },
      .list("scans") { $0.digest.scans.prefix(limit).map { DigestScanView(item: $0) } },
      .number("moreScans") { Self.more($0.digest.scans.count) },
      .texts("mayBeMissing") { $0.digest.mayBeMissing.map(\.minute) },
      .link("dashboards") { $0.links.site.flatMap(Link.init(external:)) },
    ]
  )

  private static func more(_ count: Int) -> Int? { count > limit ? count - limit : nil }

  static func severities(_ items: some Sequence<Digest.Item>) -> SeverityCounts {
    items.reduce(into: SeverityCounts()) { $0[$1.entry.finding.severity] += 1 }
  }

  /// How many of each kind, those of which there are any.
  private var counts: [DigestCountView] {
    Digest.Kind.allCases.compactMap { kind in
      let counts = digest.count(kind)
      guard counts.total > 0 else { return nil }
      return DigestCountView(number: counts.total, word: kind.word, severities: counts.words)
    }
  }

  private var scanCounts: [DigestCountView] {
    ScanTrouble.allCases.compactMap { trouble in
      let count = digest.scans.count { $0.trouble == trouble }
      guard count > 0 else { return nil }
      let noun = count == 1 ? "scan" : "scans"
      return DigestCountView(
        number: count,
        word: "\(noun) \(trouble.words(count))",
        severities: ""
      )
    }
  }

  /// All numbers on one line, such as `3 new, 1 of them critical, 2 fixed, 1 scan failed`.
  private var headline: String {
    guard digest.isNews else { return "nothing new" }
    let findings = Digest.Kind.allCases.compactMap { kind -> String? in
      let counts = digest.count(kind)
      guard counts.total > 0 else { return nil }
      let critical = counts[.critical]
      let isUrgent = critical > 0 && [.new, .worsened, .reopened].contains(kind)
      return "\(counts.total) \(kind.word)" + (isUrgent ? ", \(critical) of them critical" : "")
    }
    return (findings + scanCounts.map { "\($0.number) \($0.word)" }).joined(separator: ", ")
  }

  private var openDelta: String? {
    guard let before = digest.openBefore else { return nil }
    let delta = digest.open.total - before.total
    return delta > 0 ? "\(delta) more than" : delta < 0 ? "\(-delta) fewer than" : "as many as"
  }
}

/// A number of something, as templates see it.
struct DigestCountView: TemplateView {
  let number: Int
  let word: String
  let severities: String

  static let schema = Schema<DigestCountView>(
    "count",
    [
      .number("number") { $0.number },
      .text("word") { $0.word },
      .text("severities") { $0.severities },
    ]
  )
}

extension TicketSummary {
  /// All on one line, such as `2 opened, 1 closed, 3 steps left for the next run`.
  var words: String {
    let verbs = [
      ("create", "opened"), ("reopen", "opened again"), ("close", "closed"),
      ("comment", "told more"),
    ]
    var parts = verbs.compactMap { verb, word in done[verb].map { "\($0) \(word)" } }
    if pending > 0 { parts.append("\(pending) \(pending == 1 ? "step" : "steps") left to do") }
    return parts.joined(separator: ", ")
  }
}
