import Dashboards
import Findings
import Reconciliation
import Templates
import Testing

@Suite struct DashboardTests {
  private static let story = Result { try WrittenSite(StoryLedger.make()) }

  /// With VIGIL_PAGES set to a folder, the pages are there to be looked at.
  @Test func everyPartOfTheSiteIsWrittenOnceAndInOnePiece() throws {
    let site = try Self.story.get()
    try site.writeIfAsked("VIGIL_PAGES")
    for path in [
      "index.html", "index.md", "projects/index.html", "projects/shop/index.html",
      "projects/shop/index.md", "findings/index.html", "findings/critical.html",
      "changes/index.html", "changes/index.md", "scans.html", "scans.md", "definitions.html",
      "report.json", "findings.csv", "rules/1.html", "assets/style.css", "assets/script.js",
      "assets/icon.svg",
    ] { #expect(site.files[path]?.isEmpty == false, "\(path)") }
    #expect(!site.isInterleaved)
  }

  @Test func theSameLedgerGivesTheSameBytes() throws {
    let again = try WrittenSite(StoryLedger.make())
    let site = try Self.story.get()
    #expect(again.order == site.order)
    #expect(again.files == site.files)
  }

  @Test func everyFindingHasAnEntryUnderItsPermalink() throws {
    let site = try Self.story.get()
    var count = 0
    for project in StoryLedger.make().projects {
      for entry in project.entries {
        let page = HTMLPage(site.files["findings/\(entry.id.prefix(2)).html"] ?? [])
        #expect(page.ids.contains(entry.id))
        count += 1
      }
    }
    #expect(count == 50)
  }

  @Test func theScansStandBeforeAnyNumberAndSayThatItIsPartial() throws {
    for path in ["index.html", "index.md", "projects/shop/index.html", "projects/shop/index.md"] {
      let text = try Self.story.get().text(path)
      let warning = try #require(text.firstRange(of: "The numbers below are partial."))
      let numbers = try #require(text.firstRange(of: "Open findings"))
      #expect(warning.lowerBound < numbers.lowerBound, "\(path)")
    }
    let sound = try Self.story.get().text("projects/infra/index.html")
    #expect(sound.contains("All 2 scans are complete."))
    #expect(!sound.contains("are partial"))
  }

  @Test func everyPageSaysWhenFromWhichSnapshotAndAgainstWhat() throws {
    let site = try Self.story.get()
    for path in site.paths(".html") {
      let text = site.text(path)
      #expect(text.contains("<time datetime=\"2026-11-23T02:00:00Z\">"), "\(path)")
      #expect(text.contains("<time datetime=\"2026-11-22T02:00:00Z\">"), "\(path)")
      #expect(text.contains("title=\"\(String(repeating: "3f9a", count: 16))\""), "\(path)")
      #expect(text.contains("vigil 0.1.0"), "\(path)")
    }
  }

  @Test func theNumbersOfATileAreThoseOfTheListItLeadsTo() throws {
    let site = try Self.story.get()
    let page = site.text("findings/high.html")
    let rows = page.matches(of: /<tr><td><a href=/).count
    #expect(site.text("index.html").contains("<a href=\"findings/high.html\">\(rows)</a>"))
    #expect(rows == 9)
  }

  @Test func aFindingTellsItsHistoryAndItsEvidence() throws {
    let site = try Self.story.get()
    let story = StoryLedger.make()
    let back = try #require(
      story.projects.flatMap(\.entries).first { $0.history.contains { $0.change == .reopened } }
    )
    let page = site.text("findings/\(back.id.prefix(2)).html")
    #expect(page.contains("18 Nov 2026: fixed"))
    #expect(page.contains("22 Nov 2026: reopened"))
    #expect(page.contains("<a href=../scans.html#s"))
    #expect(page.contains("https://cwe.mitre.org/data/definitions/489.html"))
  }

  @Test func aUsersTemplateReplacesOursAndABrokenOneFailsBeforeAnythingIsWritten() throws {
    let name = "dashboards/definitions.html.mustache"
    _ = try WrittenSite.dashboard(overrides: [name: Array("<p>{{frame.title}}".utf8)])
    #expect(throws: TemplateError.self) {
      _ = try WrittenSite.dashboard(overrides: [name: Array("<p>{{frame.titel}}".utf8)])
    }
  }

  @Test func aSinkThatFailsStopsTheSite() throws {
    struct Full: Error {}
    let dashboard = try WrittenSite.dashboard()
    var pieces = 0
    #expect(throws: Full.self) {
      try dashboard.write(StoryLedger.make()) { (_: Page) throws(Full) in
        pieces += 1
        if pieces == 3 { throw Full() }
      }
    }
    #expect(pieces == 3)
  }

  @Test func anEmptyLedgerStillHasEveryPage() throws {
    let ledger = Ledger(
      moment: SampleLedger.monday,
      previous: nil,
      runs: [SampleLedger.monday],
      projects: []
    )
    let site = try WrittenSite(ledger)
    #expect(site.text("index.html").contains("There are no scans: nothing is known."))
    #expect(site.text("index.html").contains("not saved"))
    #expect(site.text("changes/index.html").contains("This run changed no finding"))
    let links = SiteLinks(ParsedSite(site))
    for path in site.paths(".html") {
      let found = HTMLPage(site.files[path] ?? []).links
      #expect(found.compactMap { links.problem(with: $0, on: path) } == [])
    }
  }
}
