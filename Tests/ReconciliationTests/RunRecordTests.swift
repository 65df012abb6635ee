import Compression
import Findings
import Reconciliation
import Testing

/// The chain of runs tells when anything in it was altered.
@Suite struct RunRecordTests {
  private func record(day: Int, after history: [RunName] = []) -> RunRecord {
    var totals = Totals()
    totals.open[.high] = 3
    totals.open[.unknown] = 1
    totals.unknown = 1
    totals.changes = [.new: 2, .unchanged: 2]
    return RunRecord(
      moment: Instant(seconds: 1_790_000_000 + Int64(day) * 86_400),
      tool: "0.1.0",
      history: history,
      configuration: "c0ffee",
      totals: totals,
      projects: [
        ProjectRecord(name: "shop", key: "projects/shop/1", sha256: "1", size: 7, totals: totals)
      ]
    )
  }

  private func chain(_ length: Int) throws -> [(record: RunRecord, name: RunName, bytes: [UInt8])] {
    var chain: [(record: RunRecord, name: RunName, bytes: [UInt8])] = []
    for day in 0..<length {
      let record = record(day: day, after: chain.map(\.name))
      let (name, stored) = try record.stored()
      chain.append((record, name, stored.bytes))
    }
    return chain
  }

  @Test func aChainIsWalkedFromItsHeadToItsFirstRun() throws {
    let chain = try chain(4)
    var walked: [RunRecord] = []
    var next =
      try Head(decoding: Head(run: try #require(chain.last).name).encoded()).run as RunName?
    while let name = next {
      let bytes = try #require(chain.first { $0.name == name }).bytes
      let record = try RunRecord(unpacking: bytes, named: name)
      if let later = walked.last { #expect(later.continues(record, named: name)) }
      walked.append(record)
      next = record.parent
    }
    #expect(walked == chain.map(\.record).reversed())
  }

  @Test func anAlteredRecordIsRefused() throws {
    var forged = record(day: 0)
    let (name, _) = try forged.stored()
    forged.totals.open[.high] = 0
    let bytes = try forged.stored().stored.bytes
    #expect(throws: Problem.self) { try RunRecord(unpacking: bytes, named: name) }
  }

  @Test func aRecordUnderTheNameOfAnotherMomentIsRefused() throws {
    let (name, stored) = try record(day: 0).stored()
    let other = RunName(moment: Instant(seconds: 0), sha256: name.sha256)
    #expect(throws: Problem.self) { try RunRecord(unpacking: stored.bytes, named: other) }
  }

  @Test func aRecordWithAnotherHistoryDoesNotContinue() throws {
    let chain = try chain(3)
    #expect(!chain[2].record.continues(chain[0].record, named: chain[0].name))
    #expect(chain[1].record.continues(chain[0].record, named: chain[0].name))
  }

  @Test func aFormatFromTheFutureIsRefusedInClearWords() throws {
    let json = String(decoding: Head(run: try chain(1)[0].name).encoded(), as: UTF8.self)
    let later = json.replacing(#""format":1"#, with: #""format":9"#)
    do {
      _ = try Head(decoding: Array(later.utf8))
      Issue.record("a format from the future was read")
    } catch {
      #expect(error.description == "head.json: format: is 9; this version of Vigil reads 1 to 1")
    }
  }

  @Test(arguments: [
    "", "{}", "[]", "null", "{\"type\":\"head\"}", "{\"type\":\"head\",\"format\":1}",
    "{\"type\":\"head\",\"format\":1,\"run\":\"../x\",\"sha256\":\"\"}",
  ])
  func whatIsNoHeadIsRefused(text: String) {
    #expect(throws: Problem.self) { try Head(decoding: Array(text.utf8)) }
  }

  @Test func aNameIsReadAsItIsWritten() throws {
    let name = try chain(1)[0].name
    #expect(RunName(name.description) == name)
    #expect(name.key == "runs/\(name).json.zst")
    #expect(RunName("2026-01-01T00:00:00Z-12") == nil)
    #expect(RunName("yesterday-" + String(repeating: "0", count: 64)) == nil)
    #expect(RunName("2026-01-01-" + String(repeating: "/", count: 64)) == nil)
  }

  @Test func totalsCountEveryEntryOnce() throws {
    var nights = Nights()
    nights.run([code("R", "a.py", 1), code("S", "a.py", 2, severity: .high)])
    nights.run([code("R", "a.py", 1)], .failed)
    let totals = Totals(of: try #require(nights.ledger).entries)
    #expect(totals.open.total == 2)
    #expect(totals.open[.high] == 1)
    #expect(totals.unknown == 1)
    #expect(totals.changes == [.unchanged: 1, .carried: 1])
  }
}
