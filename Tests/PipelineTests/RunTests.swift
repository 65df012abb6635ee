import Findings
import Pipeline
import Reconciliation
import Testing

/// Nights of a company, from its bucket to the ledger.
@Suite struct RunTests {
  private let one = (rule: "B602", path: "app/run.py", line: 12, code: "call(x)")
  private let two = (rule: "B301", path: "app/load.py", line: 3, code: "loads(y)")

  @Test func aFirstRunIsABaselineAndASecondSaysWhatIsNew() async throws {
    let company = try Company()
    company.bandit("shop", [one])
    let first = try await company.run(0)
    #expect(first.ledger.previous == nil && first.ledger.projects[0].isBaseline)
    #expect(first.exitCode == 0 && first.problems.isEmpty)
    company.bandit("shop", [one, two], night: 1)
    let second = try await company.run(1)
    #expect(second.changes == [.unchanged: 1, .new: 1])
    #expect(second.ledger.runs == [Company.moment(0), Company.moment(1)])
    #expect(!second.ledger.projects[0].isBaseline)
  }

  @Test func anUnchangedArtifactIsNotReadAgain() async throws {
    let company = try Company()
    company.bandit("shop", [one])
    company.bandit("api", [two])
    try await company.run(0)
    #expect(company.bucket.takeReads().count == 2)
    company.bandit("api", [one, two], night: 1)
    let second = try await company.run(1)
    #expect(company.bucket.takeReads() == ["api/sast/bandit/bandit.json"])
    #expect(second.artifacts == 2 && second.artifactsRead == 1)
    #expect(second.changes == [.unchanged: 2, .new: 1])
  }

  @Test func anotherVersionOfVigilReadsEverythingAgain() async throws {
    var company = try Company()
    company.bandit("shop", [one])
    try await company.run(0)
    _ = company.bucket.takeReads()
    company.settings.tool = "vigil 0.2.0"
    let second = try await company.run(1)
    #expect(company.bucket.takeReads().count == 1)
    #expect(second.changes == [.unchanged: 1])
  }

  @Test func theSameBytesWrittenAnewConfirmWithoutBeingRead() async throws {
    let company = try Company()
    company.bandit("shop", [one])
    try await company.run(0)
    _ = company.bucket.takeReads()
    company.bandit("shop", [one], night: 1)
    let second = try await company.run(1)
    #expect(company.bucket.takeReads().isEmpty)
    let scan = try #require(second.scan("bandit"))
    #expect(scan.observedAt == Instant(seconds: Company.dusk + 86_400))
    #expect(scan.artifacts[0].sha256.count == 64)
    #expect(second.entries[0].lastSeen == Company.moment(1))
    #expect(second.changes == [.unchanged: 1])
  }

  @Test func aQuietNightWritesNoSnapshot() async throws {
    let company = try Company()
    company.bandit("shop", [one])
    try await company.run(0)
    try await company.run(1)
    let snapshots = company.store.keys.filter { $0.hasPrefix("projects/") }
    let third = try await company.run(2)
    #expect(company.store.keys.filter { $0.hasPrefix("projects/") } == snapshots)
    #expect(third.ledger.runs.count == 3)
  }

  @Test func aTruncatedReportFixesNothingAndIsShown() async throws {
    let company = try Company()
    company.bandit("shop", [one, two])
    try await company.run(0)
    let whole = Company.bandit([one])
    company.bucket.upload("shop/sast/bandit/bandit.json", String(whole.dropLast(40)))
    let second = try await company.run(1)
    #expect(second.entries.map(\.state) == [.unknown, .unknown])
    #expect(second.scan("bandit")?.outcome == .failed)
    #expect(second.problems.map(\.file) == ["bucket/shop/sast/bandit/bandit.json"])
    #expect(second.exitCode == 2)
    company.bandit("shop", [one], night: 2)
    let third = try await company.run(2)
    #expect(Set(third.entries.map(\.state)) == [.open, .fixed])
    #expect(third.exitCode == 0)
  }

  @Test func aReportThatStaysBrokenIsNamedEveryNight() async throws {
    let company = try Company()
    company.bucket.upload("shop/sast/bandit/bandit.json", "{\"errors\": [")
    try await company.run(0)
    _ = company.bucket.takeReads()
    let second = try await company.run(1)
    #expect(company.bucket.takeReads().isEmpty)
    #expect(second.problems.count == 1 && second.exitCode == 2)
  }

  @Test func aMissingScanFixesNothingAndIsNamed() async throws {
    let company = try Company()
    company.bandit("shop", [one])
    try await company.run(0)
    company.bucket.remove("shop/sast/bandit/bandit.json")
    let second = try await company.run(1)
    #expect(second.entries.map(\.state) == [.unknown])
    #expect(second.scan("bandit")?.outcome == .missing)
    #expect(second.problems.map(\.file) == ["shop/sast/bandit"])
    #expect(second.exitCode == 2)
    company.bandit("shop", [one])
    let third = try await company.run(2)
    #expect(third.entries.map(\.state) == [.open] && third.exitCode == 0)
    #expect(third.entries[0].firstSeen == Company.moment(0))
  }

  @Test func aRetiredScanIsNotMissed() async throws {
    var company = try Company()
    company.bandit("shop", [one])
    try await company.run(0)
    company.bucket.remove("shop/sast/bandit/bandit.json")
    try await company.run(1)
    company.settings.retired = ["shop/sast/*"]
    let third = try await company.run(2)
    #expect(third.scans.isEmpty && third.exitCode == 0)
    #expect(third.entries.map(\.state) == [.removed])
    #expect(try await company.run(3).changes == [.carried: 1])
  }

  @Test func oneOfSeveralFilesThatIsGoneFixesNothing() async throws {
    let company = try Company()
    company.bandit("shop", [one], file: "part-1.json")
    company.bandit("shop", [two], file: "part-2.json")
    #expect(try await company.run(0).scan("bandit")?.outcome == .complete)
    company.bucket.remove("shop/sast/bandit/part-2.json")
    for night in 1...3 {
      let run = try await company.run(night)
      #expect(run.scan("bandit")?.outcome == .partial)
      #expect(run.scan("bandit")?.reason == "missing: shop/sast/bandit/part-2.json")
      #expect(run.entries.map(\.state).sorted { $0.rawValue < $1.rawValue } == [.open, .unknown])
    }
    company.bandit("shop", [], file: "part-2.json")
    let back = try await company.run(4)
    #expect(Set(back.entries.map(\.state)) == [.open, .fixed])
  }

  @Test func whenOneFileOfAScanChangesTheOthersAreReadToo() async throws {
    let company = try Company()
    company.bandit("shop", [one], file: "part-1.json")
    company.bandit("shop", [two], file: "part-2.json")
    try await company.run(0)
    _ = company.bucket.takeReads()
    company.bandit("shop", [], file: "part-1.json")
    let second = try await company.run(1)
    #expect(company.bucket.takeReads().count == 2)
    #expect(second.changes == [.fixed: 1, .unchanged: 1])
  }

  @Test func oneScanInTwoFormatsIsReadOnce() async throws {
    let company = try Company()
    company.bandit("shop", [one, two], file: "report.json")
    company.bucket.upload(
      "shop/sast/bandit/report.sarif",
      """
      {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "Bandit"}}, "results": [
        {"ruleId": "B602", "message": {"text": "x"}, "locations": [{"physicalLocation":
          {"artifactLocation": {"uri": "app/run.py"}, "region": {"startLine": 12}}}]}]}]}
      """
    )
    let first = try await company.run(0)
    let scan = try #require(first.scan("bandit"))
    #expect(scan.artifacts.map(\.key) == ["shop/sast/bandit/report.json"])
    #expect(scan.alternates.map(\.key) == ["shop/sast/bandit/report.sarif"])
    #expect(first.entries.count == 2 && scan.outcome == .complete)
    company.bucket.upload("shop/sast/bandit/report.json", "{")
    let second = try await company.run(1)
    #expect(second.scan("bandit")?.outcome == .partial)
    #expect(second.entries.count { $0.state == .fixed } == 0)
    #expect(second.problems.count == 1)
  }

  @Test func aPackedReportIsRead() async throws {
    let company = try Company()
    // What `gzip -n` makes of "[]".
    var packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x8B, 0x8E, 0x05, 0x00, 0x29,
      0xBB, 0x4C, 0x0D, 0x02, 0x00, 0x00, 0x00,
    ]
    company.bucket.upload("shop/secrets/gitleaks/gitleaks.json.gz", packed)
    let first = try await company.run(0)
    #expect(first.problems.isEmpty && first.scan("gitleaks")?.outcome == .complete)
    packed[12] ^= 1
    company.bucket.upload("shop/secrets/gitleaks/gitleaks.json.gz", packed)
    let second = try await company.run(1)
    #expect(second.problems.map(\.problem) == ["the gzip file is damaged or cut off"])
  }

  @Test func aRunMustComeAfterTheLastOne() async throws {
    let company = try Company()
    company.bandit("shop", [one])
    try await company.run(1)
    let problem = await #expect(throws: Problem.self) { try await company.run(0) }
    #expect(problem?.hint == "choose a later --now")
    let run = Run(artifacts: company.bucket, history: company.history, settings: company.settings)
    let late = try await run(at: Company.moment(0))
    #expect(late.ledger.moment.seconds == Company.moment(1).seconds + 1)
  }

  @Test func aRehearsalLeavesNothingBehind() async throws {
    var company = try Company()
    company.settings.secretKey = nil
    company.bandit("shop", [one])
    let result = try await company.run(0, isSaving: false)
    #expect(result.entries.count == 1 && result.ledger.snapshot.isEmpty)
    #expect(company.store.keys.isEmpty && company.store.writes == 0)
  }

  @Test func anEmptyBucketDoesNotPass() async throws {
    let result = try await Company().run(0)
    #expect(result.exitCode == 2)
    #expect(
      result.problems.map(\.problem) == ["no artifact fits the layout: nothing was read"]
    )
  }

  @Test func theSameArtifactsInAnyOrderLeaveTheSameHistory() async throws {
    var contents: [[String: [UInt8]]] = []
    for order in [[0, 1, 2], [2, 0, 1]] {
      let company = try Company()
      for index in order {
        let projects = ["shop", "api", "<img onerror=alert(1)>"]
        company.bandit(projects[index], [one, two])
      }
      try await company.run(0)
      company.bandit("api", [two], night: 1)
      try await company.run(1)
      contents.append(company.store.contents)
    }
    #expect(contents[0] == contents[1] && !contents[0].isEmpty)
  }

  @Test func theGateFailsTheRunOnlyForWhatIsNew() async throws {
    var company = try Company()
    company.settings.gate = Gate(new: .medium)
    company.bandit("shop", [one])
    #expect(try await company.run(0).exitCode == 0)
    company.bandit("shop", [one, two], night: 1)
    let second = try await company.run(1)
    #expect(second.exitCode == 1)
    #expect(
      second.gateFailures == ["gate failed: 1 new or reopened findings of medium or worse"]
    )
    #expect(try await company.run(2).exitCode == 0)
  }
}
