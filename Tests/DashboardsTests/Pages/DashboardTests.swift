import Dashboards
import Findings
import Reconciliation
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
}
