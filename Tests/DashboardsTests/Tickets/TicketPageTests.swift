import Actions
import Dashboards
import Findings
import Reconciliation
import Testing

@Suite struct TicketPageTests {
  private static let ledger = StoryLedger.make()
  private static let report = StoryTickets.report(on: ledger)
  private static let site = Result { try WrittenSite(ledger, tickets: report) }

  /// With VIGIL_TICKET_PAGES set to a folder, the pages are there to be looked at.
  @Test func thePagesOfTicketsAreWritten() throws {
    let site = try Self.site.get()
    try site.writeIfAsked("VIGIL_TICKET_PAGES")
    for path in [
      "tickets.html", "tickets.md", "tickets/high.html", "tickets/age.html", "tickets/steps.html",
      "tickets/without-baseline.html", "projects/shop/tickets.html",
      "projects/shop/without-ticket.html",
    ] { #expect(site.files[path]?.isEmpty == false, "\(path)") }
    #expect(!site.isInterleaved)
  }

  @Test func withoutTicketsNoPageSpeaksOfThem() throws {
    let site = try WrittenSite(Self.ledger)
    #expect(site.files.keys.filter { $0.contains("ticket") } == [])
    for path in site.paths(".html") + site.paths(".md") + ["report.json", "findings.csv"] {
      #expect(!site.text(path).lowercased().contains("ticket"), "\(path)")
    }
  }

  @Test func everyNumberOfATableLeadsToAsManyTickets() throws {
    let site = try Self.site.get()
    let links = site.text("tickets.html").matches(of: /<a href="([^"#]*)#([^"]+)">([0-9]+)<\/a>/)
    var counted = 0
    for link in links {
      let page = link.output.1.isEmpty ? "tickets.html" : String(link.output.1)
      let count = try #require(Int(link.output.3))
      guard let listed = rows(of: String(link.output.2), in: site.text(page)) else { continue }
      #expect(listed == count, "\(link.output.0)")
      counted += 1
    }
    #expect(counted > 60)
  }

  /// How many rows the table, or the group of a table, with an id has; nil if the id is another's.
  private func rows(of id: String, in text: String) -> Int? {
    if let start = text.firstRange(of: "<tr id=\"\(id)\">") {
      let group = text[start.upperBound...].prefix(while: { $0 != "\u{0}" })
      let end = group.firstRange(of: "</table>")?.lowerBound ?? group.endIndex
      let next = group.firstRange(of: "<tbody>")?.lowerBound ?? end
      return count(in: group[..<min(end, next)])
    }
    guard let place = text.firstRange(of: " id=\"\(id)\""),
      let start = text[..<place.lowerBound].lastIndex(of: "<"),
      text[start...].hasPrefix("<table")
    else { return nil }
    let table = text[start...]
    return count(in: table[..<(table.firstRange(of: "</table>")?.lowerBound ?? table.endIndex)])
  }

  private func count(in table: Substring) -> Int {
    table.matches(of: /<tr[^>]*><(th scope="row"|td)>/).count
  }

  @Test func noNumberOfTheTablesStandsWithoutALink() throws {
    let text = try Self.site.get().text("tickets.html")
    let start = try #require(text.firstRange(of: "<h2 id=\"by-project\">"))
    let end = try #require(text.firstRange(of: "<h2 id=\"list\">"))
    let part = text[start.upperBound..<end.lowerBound]
    let bare = part.matches(of: /<(td class="number"|dd)>([^<]*)/).map(\.output.2)
      .filter { $0.contains(where: \.isNumber) && !$0.contains("day") && $0 != "0" }
    // What is left are the cells of the chart's table.
    let chart = try #require(part.firstRange(of: "<details>"))
    let chartEnd = try #require(part.firstRange(of: "</details>"))
    let inChart = part[chart.lowerBound..<chartEnd.lowerBound]
      .matches(of: /<td class="number">([1-9][0-9]*)</).count
    #expect(bare.count == inChart)
  }

  @Test func sharesAddUpToAllTickets() throws {
    let text = try Self.site.get().text("tickets.md")
    let rows = text.matches(of: /\n\| [○◐✓?✕] [A-Za-z ]+ \| \[(\d+)\]\([^)]+\) \| (\d+)\\% \|/)
    #expect(rows.count == 5)
    #expect(rows.compactMap { Int($0.output.1) }.reduce(0, +) == Self.report.lines.count)
    #expect(rows.compactMap { Int($0.output.2) }.reduce(0, +) == 100)
  }

  @Test func whatWasDecidedInTheTrackerIsShownWithWhoAndWhen() throws {
    for path in ["tickets.html", "tickets.md"] {
      let text = try Self.site.get().text(path)
      let start = try #require(text.firstRange(of: "Decided in the tracker"))
      let section = text[start.upperBound...]
      for words in ["Will not be fixed", "Won’t do", "Owner 4", "22 Nov 2026", "False positive"] {
        #expect(section.contains(words), "\(words) in \(path)")
      }
    }
  }

  @Test func aTicketThatIsDoneWhileAScanShowsItsFindingIsFlagged() throws {
    let site = try Self.site.get()
    for path in ["tickets.html", "tickets.md", "projects/shop/tickets.html"] {
      #expect(site.text(path).contains("done, but still found, after it was reopened once"))
      #expect(site.text(path).contains("Missing in the tracker"), "\(path)")
      #expect(site.text(path).contains("the field “Root cause” is needed"), "\(path)")
    }
    let contradicted = Self.report.lines.filter(\.isContradicted)
    #expect(contradicted.count == 2)
    for line in contradicted {
      let key = try #require(line.ticket.issue?.key)
      #expect(site.text("index.html").contains("tickets.html#done-but-found"))
      #expect(site.text("tickets.html").contains(">\(key)</a>"))
    }
  }

  @Test func aFindingsEntryAndRowsLeadToItsTicket() throws {
    let site = try Self.site.get()
    let line = Self.report.lines[1]
    let id = line.findings[0]
    let issue = try #require(line.ticket.issue)
    let page = site.text("findings/\(id.prefix(2)).html")
    let link = "<a href=\"https://jira.example/browse/\(issue.key)?focus=1&amp;view=all\""
    #expect(page.contains("<p>Ticket \(link)"))
    #expect(page.contains("tickets.html#\(line.ticket.key.label)\">In Progress</a>"))
    let rows = site.text("projects/\(line.project)/index.html")
    #expect(rows.contains("\(link) rel=\"noopener noreferrer\">\(issue.key) In Progress</a>"))
  }

  @Test func everyOpenFindingWithoutATicketIsListedWithItsReason() throws {
    let site = try Self.site.get()
    for (id, reason) in Self.report.absences {
      let name = try #require(
        [
          Absence.noRoute: "no-route", .belowSeverity: "below-severity", .baseline: "baseline",
          .unconfirmed: "unconfirmed", .overLimit: "over-limit", .awaited: "awaited",
          .pending: "pending",
        ][reason]
      )
      #expect(site.text("tickets/without-\(name).html").contains("#\(id)>"), "\(id)")
      #expect(site.text("findings/\(id.prefix(2)).html").contains("No ticket: \(reason.sentence)"))
    }
    #expect(Set(Self.report.absences.values).count == Absence.allCases.count)
  }

  @Test func aPlanSaysThatNothingWasChanged() throws {
    let plan = StoryTickets.report(on: Self.ledger, isApplied: false)
    let site = try WrittenSite(Self.ledger, tickets: plan)
    #expect(site.text("tickets.html").contains("Nothing was changed there: the run only planned."))
    #expect(site.text("tickets.md").contains("What a run would do"))
    #expect(!site.text("tickets/steps.html").contains("-done\""))
  }

  @Test func ticketsOfOtherProjectsAreLeftOut() throws {
    var ledger = Self.ledger
    ledger.projects.removeAll { $0.name != "shop" }
    let site = try WrittenSite(ledger, tickets: Self.report)
    #expect(!site.text("tickets.html").contains("INFRA-"))
    let links = SiteLinks(ParsedSite(site))
    for path in site.paths(".html") {
      let found = HTMLPage(site.files[path] ?? []).links
      #expect(found.compactMap { links.problem(with: $0, on: path) } == [])
    }
  }

  @Test func aTrackerWithoutTicketsStillHasItsPage() throws {
    let none = TicketReport(tracker: "GitLab", asOf: Self.ledger.moment, isApplied: true)
    let site = try WrittenSite(Self.ledger, tickets: none)
    #expect(site.text("tickets.html").contains("No ticket yet in GitLab"))
    #expect(site.files["projects/shop/tickets.html"] == nil)
    let links = SiteLinks(ParsedSite(site))
    for path in site.paths(".html") {
      let found = HTMLPage(site.files[path] ?? []).links
      #expect(found.compactMap { links.problem(with: $0, on: path) } == [])
    }
  }
}
