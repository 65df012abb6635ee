import Compression
import Dashboards
import Findings
import Reconciliation
import Testing

@Suite struct SizeTests {
  private func bytes(_ site: WrittenSite) -> Int { site.files.values.reduce(0) { $0 + $1.count } }

  /// With as many findings on a page as 100,000 findings give, so that what each finding adds is
  /// what it adds there.
  @Test func aFindingAddsLessThanSixHundredBytesToAllFilesTogether() throws {
    let small = try WrittenSite(
      LargeLedger.make(findings: 6_000, projects: 3, shelves: 60),
      briefAbove: 0
    )
    let large = try WrittenSite(
      LargeLedger.make(findings: 8_000, projects: 4, shelves: 80),
      briefAbove: 0
    )
    let each = (bytes(large) - bytes(small)) / 2_000
    #expect((1..<600).contains(each))
  }

  /// With a ticket about every tenth finding, and none about the others.
  @Test func ticketsAddLittleToAFinding() throws {
    func site(findings: Int, projects: Int) throws -> WrittenSite {
      let ledger = LargeLedger.make(
        findings: findings,
        projects: projects,
        shelves: findings / 100
      )
      let tickets = LargeTickets.report(on: ledger)
      return try WrittenSite(ledger, tickets: tickets, briefAbove: 0)
    }
    let small = try site(findings: 6_000, projects: 3)
    let large = try site(findings: 8_000, projects: 4)
    let each = (bytes(large) - bytes(small)) / 2_000
    #expect((1..<750).contains(each))
    #expect((small.files["tickets.html"]?.count ?? .max) < 400_000)
  }

  @Test func aLargeSitePacksItsExportsAndLinksToThem() throws {
    let ledger = LargeLedger.make(findings: 300, projects: 3)
    let plain = try WrittenSite(ledger)
    let packed = try WrittenSite(ledger, briefAbove: 0)
    for name in ["report.json", "findings.csv"] {
      let bytes = try #require(packed.files["\(name).gz"])
      #expect(packed.files[name] == nil)
      #expect(try Gzip.unpack(bytes, limit: 1 << 24) == plain.files[name])
      #expect(packed.text("index.html").contains("href=\"\(name).gz\""))
      #expect(plain.text("index.html").contains("href=\"\(name)\""))
    }
  }

  @Test func filesStayFewHoweverManyFindingsThereAre() throws {
    let projects = 4
    let site = try WrittenSite(LargeLedger.make(findings: 6_000, projects: projects))
    let lists = 6_000 / 500 + projects
    let rules = 1
    // 32 × 32 pages of permalinks, a page and a twin each project, a page a run; 40 for the rest.
    #expect(site.files.count <= 1_024 + projects * 2 + lists + rules + 3 + 40)
  }

  @Test func theFirstScreenStaysSmallWithAThousandProjects() throws {
    let site = try WrittenSite(
      LargeLedger.make(findings: 3_000, projects: 1_000, nights: 120)
    )
    #expect((site.files["index.html"]?.count ?? .max) < 100_000)
    #expect((site.files["index.md"]?.count ?? .max) < 100_000)
    let rows = site.text("index.html").matches(of: /<th scope="row"><a href="projects\//).count
    #expect(rows == 50)
    #expect(site.text("index.html").contains("The worst 50 of 1000 projects."))
    let all = site.text("projects/index.html").matches(of: /<th scope="row"><a href=/).count
    #expect(all == 1_000)
  }
}
