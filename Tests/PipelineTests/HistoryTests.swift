import Actions
import Findings
import Pipeline
import Reconciliation
import Testing

/// What holds of the history whatever happens to the runs.
@Suite struct HistoryTests {
  private let one = (rule: "B602", path: "app/run.py", line: 12, code: "call(x)")
  private let two = (rule: "B301", path: "app/load.py", line: 3, code: "loads(y)")

  private func company(nights: Int) async throws -> Company {
    let company = try Company()
    for night in 0..<nights {
      company.bandit("shop", night.isMultiple(of: 2) ? [one] : [one, two], night: night)
      company.bandit("api", [two], night: night)
      try await company.run(night)
    }
    return company
  }

  @Test func theChainIsSound() async throws {
    let company = try await company(nights: 5)
    let verification = try #require(try await company.history.verify())
    #expect(verification.runs == 5)
    #expect(verification.first == Company.moment(0))
    #expect(verification.latest.moment == Company.moment(4))
    #expect(try await Company().history.verify() == nil)
  }

  @Test func everyAlteredObjectIsNoticed() async throws {
    let company = try await company(nights: 3)
    for key in company.store.keys where key != "secret.key" {
      let bytes = try #require(company.store.contents[key])
      for position in [bytes.count / 3, bytes.count / 2, bytes.count - 2] {
        var altered = bytes
        altered[position] ^= 0x04
        company.store.upload(key, altered)
        await #expect(throws: Problem.self, "\(key) at \(position)") {
          try await company.history.verify()
        }
      }
      company.store.remove(key)
      await #expect(throws: Problem.self, "\(key) removed") {
        try await company.history.verify()
      }
      company.store.upload(key, bytes)
    }
    #expect(try await company.history.verify() != nil)
  }

  @Test func aHistoryThatCannotBeReadStopsTheRun() async throws {
    let company = try await company(nights: 2)
    let head = try #require(company.store.contents["head.json"])
    company.store.remove("head.json")
    let problem = await #expect(throws: Problem.self) { try await company.run(3) }
    #expect(problem?.problem == "is missing, though there are 2 runs")
    company.store.upload("head.json", head)
    let snapshot = try #require(company.store.keys.last { $0.hasPrefix("projects/shop") })
    company.store.remove(snapshot)
    await #expect(throws: Problem.self) { try await company.run(3) }
  }

  @Test func whatWasKnownOnAPastDateCanBeReadAgain() async throws {
    let company = try await company(nights: 4)
    let between = Instant(seconds: Company.moment(1).seconds + 60)
    let run = try #require(try await company.history.run(asOf: between))
    #expect(run.record.moment == Company.moment(1))
    let ledger = try await company.history.ledger(of: run, project: "shop")
    #expect(ledger.projects.map(\.name) == ["shop"])
    #expect(ledger.projects[0].entries.count { $0.change == .new } == 1)
    #expect(ledger.runs.count == 2 && ledger.snapshot == run.name.sha256)
    let early = Instant(seconds: Company.moment(0).seconds - 1)
    #expect(try await company.history.run(asOf: early) == nil)
    let problem = await #expect(throws: Problem.self) {
      try await company.history.ledger(of: run, project: "nope")
    }
    #expect(problem?.hint == "there are: api, shop")
  }

  @Test func aRunKilledAtAnyWriteLeavesAReadableHistory() async throws {
    let company = try await company(nights: 2)
    for count in 0..<8 {
      company.bandit("shop", [], night: 2)
      company.bandit("api", [one, two], night: 2)
      company.store.dies(afterWrites: count)
      let killed = try? await company.run(2)
      company.store.dies(afterWrites: nil)
      let sound = try #require(try await company.history.verify())
      #expect(sound.runs == (killed == nil ? 2 : 3))
      if killed != nil { break }
      #expect(count < 7, "the run never came to its end")
    }
    let next = try await company.run(3)
    let states = next.entries.map(\.state)
    #expect(states.count { $0 == .open } == 2 && states.count { $0 == .fixed } == 2)
    #expect(next.ledger.runs.count == 4)
  }

  @Test func aFirstRunKilledAtAnyWriteIsAFirstRunAgain() async throws {
    for count in 0..<5 {
      var company = try Company()
      company.settings.secretKey = nil
      company.bandit("shop", [one])
      company.store.dies(afterWrites: count)
      let killed = try? await company.run(0)
      company.store.dies(afterWrites: nil)
      guard killed == nil else {
        #expect(count == 4)
        break
      }
      let next = try await company.run(1)
      #expect(next.ledger.previous == nil && next.ledger.projects[0].isBaseline)
      #expect(try await company.history.verify()?.runs == 1)
    }
  }

  @Test func ofTwoRunsAtOnceNeitherIsLost() async throws {
    let company = try await company(nights: 1)
    company.bandit("shop", [one, two], night: 1)
    let other = company
    company.store.beforeReplacing {
      // The other run is saved just before this one would be.
      _ = try? await other.run(1)
    }
    let run = Run(artifacts: company.bucket, history: company.history, settings: company.settings)
    let result = try await run(at: Company.moment(1))
    #expect(result.ledger.runs.count == 3)
    #expect(result.ledger.previous == Company.moment(1))
    let new = try #require(result.entries.first { $0.firstSeen == Company.moment(1) })
    #expect(new.change == .unchanged)
    #expect(try await company.history.verify()?.runs == 3)
  }

  @Test func runsAtTheSameMomentAllEnterTheHistory() async throws {
    let company = try await company(nights: 1)
    company.bandit("shop", [one, two], night: 1)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let run = Run(
            artifacts: company.bucket,
            history: company.history,
            settings: company.settings
          )
          _ = try await run(at: Company.moment(1))
        }
      }
      try await group.waitForAll()
    }
    let verification = try #require(try await company.history.verify())
    #expect(verification.runs == 5)
  }

  @Test func theKeyForSecretsIsMadeOnceAndStays() async throws {
    var company = try Company()
    company.settings.secretKey = nil
    company.bandit("shop", [one])
    try await company.run(0)
    let key = try #require(company.store.contents["secret.key"])
    #expect(key.count == 65)
    try await company.run(1)
    #expect(company.store.contents["secret.key"] == key)
    company.store.upload("secret.key", "short")
    await #expect(throws: Problem.self) { try await company.run(2) }
  }

  @Test func theTicketsOfEachRunAreKeptAndADamagedObjectIsAProblem() async throws {
    let store = MemoryStore()
    let history = History(in: store)
    let moment = Company.moment(0)
    #expect(try await history.tickets(of: moment) == nil)
    var report = TicketReport(tracker: "Jira", asOf: moment, isApplied: true)
    report.absences = ["a": .baseline]
    try await history.save(report, of: moment)
    #expect(try await history.tickets(of: moment) == report)
    report.absences = [:]
    try await history.save(report, of: moment)
    #expect(try await history.tickets(of: moment) == report)
    #expect(try await history.tickets(of: Company.moment(1)) == nil)
    store.upload(TicketReport.key(of: moment) + ".zst", "not packed")
    await #expect(throws: Problem.self) { try await history.tickets(of: moment) }
  }
}
