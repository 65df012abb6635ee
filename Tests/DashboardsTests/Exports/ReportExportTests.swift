import Actions
import Dashboards
import Findings
import FoundationEssentials
import Reconciliation
import Syntax
import Testing

@Suite struct ReportExportTests {
  private let export = ReportExport(
    SampleLedger.make(),
    generatedBy: "vigil 0.1",
    tickets: HostileTickets.report(on: SampleLedger.make())
  )

  private func bytes(chunk: Int = 65_536) -> [UInt8] {
    var bytes: [UInt8] = []
    export.write(chunk: chunk) { bytes += $0 }
    return bytes
  }

  private func schema() throws -> JSONSchema {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "site/report.schema.json"))
    return JSONSchema(root: try JSONDocument(parsing: Array(data)).root)
  }

  @Test func theReportIsWhatItsSchemaDescribes() throws {
    let report = try JSONDocument(parsing: bytes())
    #expect(try schema().problems(of: report.root) == [])
  }

  @Test func theSchemaDescribesNoMoreThanTheReportHolds() throws {
    let report = try JSONDocument(parsing: bytes()).root
    func names(_ values: JSON.Elements) -> Set<String> {
      Set(values.flatMap { $0.members.map(\.key) })
    }
    let schema = try schema()
    let finding = schema.definition("finding")["properties"].members.map(\.key)
    let scan = schema.definition("scan")["properties"].members.map(\.key)
    #expect(names(report["findings"].elements) == Set(finding))
    // The sample's scans have no target; its findings do.
    #expect(names(report["scans"].elements) == Set(scan).subtracting(["target"]))
  }

  @Test func aFindingsTicketIsExportedAsItsSchemaDescribesIt() throws {
    let report = try JSONDocument(parsing: bytes()).root
    let tickets = report["findings"].elements.map { $0["ticket"] }.filter(\.exists)
    let schema = try schema().definition("finding")["properties"]["ticket"]["properties"]
    let names = Set(tickets.flatMap { $0.members.map(\.key) })
    #expect(names == Set(schema.members.map(\.key)))
    for ticket in tickets {
      let url = ticket["url"].string
      #expect(url?.hasPrefix("https://") ?? true)
      #expect(hostileTexts.contains(ticket["key"].string ?? ""))
    }
  }

  @Test func aFirstRunIsTheBaselineAndSaysNothingOfAPrevious() throws {
    let ledger = Ledger(moment: SampleLedger.monday, previous: nil, runs: [], projects: [])
    var bytes: [UInt8] = []
    ReportExport(ledger, generatedBy: "vigil").write { bytes += $0 }
    let report = try JSONDocument(parsing: bytes).root
    #expect(try schema().problems(of: report) == [])
    #expect(report["baseline"].bool == true)
    #expect(!report["previous"].exists)
    #expect(!report["snapshot"].exists)
  }

  @Test func everyTextComesBackAsItWas() throws {
    let report = try JSONDocument(parsing: bytes()).root
    let titles = Set(report["findings"].elements.compactMap { $0["title"].string })
    #expect(titles == Set(hostileTexts))
    #expect(report["findings"][0]["rule"]["id"].string == hostileTexts[0])
  }

  @Test func whatIsLongIsCutAtACharacter() throws {
    let long = String(repeating: "é€", count: 4_000)
    var inspection = InspectionExport()
    let stream = Stream(project: "p", category: .sast, scanner: "s")
    inspection.add(SampleLedger.finding(long, number: 1), in: stream)
    let line = try JSONDocument(parsing: inspection.take()).root
    let title = try #require(line["title"].string)
    #expect(title.utf8.count <= 4_096 + 3)
    #expect(title.hasSuffix("…"))
    #expect(!title.contains("\u{FFFD}"))
  }

  @Test func noKeyOfAnIdentityAndNoCodeIsExported() {
    let text = String(decoding: bytes(), as: UTF8.self)
    #expect(!text.contains("key of an identity"))
    #expect(!text.contains("not exported"))
    #expect(!text.contains("\"snippet\":"))
  }

  @Test func piecesAddUpToTheWhole() {
    let whole = bytes(chunk: .max / 2)
    #expect(bytes(chunk: 1) == whole)
    #expect(bytes(chunk: 100) == whole)
  }

  @Test func aSinkThatFailsStopsTheExport() {
    struct Full: Error {}
    var pieces = 0
    #expect(throws: Full.self) {
      try export.write(chunk: 1) { (_: [UInt8]) throws(Full) in
        pieces += 1
        if pieces == 2 { throw Full() }
      }
    }
    #expect(pieces == 2)
  }

  @Test func totalsCountEveryFindingAndScanOnce() throws {
    let report = try JSONDocument(parsing: bytes()).root
    func sum(_ counts: JSON) -> Int { counts.members.reduce(0) { $0 + ($1.value.int ?? 0) } }
    let count = State.allCases.count * hostileTexts.count
    let totals = report["totals"]
    #expect(sum(totals["states"]) == count)
    #expect(sum(totals["changes"]) == count)
    #expect(sum(totals["scans"]) == 4)
    #expect(totals["open"]["total"].int == 2 * hostileTexts.count)
    #expect(sum(totals["open"]) == 2 * 2 * hostileTexts.count)
    #expect(report["projects"][1]["totals"]["states"]["fixed"].int == hostileTexts.count)
  }

  @Test func theLinesOfAnInspectionAreTheReportsObjects() throws {
    var inspection = InspectionExport()
    let ledger = SampleLedger.make()
    for scan in ledger.projects[1].scans { inspection.add(scan) }
    for entry in ledger.projects[1].entries { inspection.add(entry.finding, in: entry.stream) }
    let lines = inspection.take().split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 4 + ledger.projects[1].entries.count)
    let schema = try schema()
    for line in lines {
      let object = try JSONDocument(parsing: Array(line))
      let kind = object.root["outcome"].exists ? "scan" : "finding"
      #expect(schema.problems(of: object.root, under: schema.definition(kind)) == [])
    }
  }
}
