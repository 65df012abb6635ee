import Actions
import Findings
import Pipeline
import Reconciliation
import Testing

@Suite struct LifecycleTests {
  /// A world whose baseline is over.
  private func world(_ change: (inout TicketPolicy) -> Void = { _ in }) async throws -> World {
    var world = try World(change)
    await world.run()
    world.advance()
    return world
  }

  @Test func theFirstRunOpensNothingButWhatItIsAskedTo() async throws {
    var world = try World()
    world.find("a", .critical)
    world.find("b")
    world.find("c", .low)
    await world.run()
    #expect(world.records.isEmpty)
    world.policy.backfill = 1
    let result = await world.run()
    #expect(world.records.map { $0.issue.priority } == ["Highest"])
    #expect(result.report?.absences == ["b": .baseline, "c": .belowSeverity])
  }

  @Test func aNewFindingGetsOneTicketAndAgainNone() async throws {
    var world = try await world()
    world.find("a")
    world.find("b", .medium)
    let first = await world.run()
    #expect(first.problems.isEmpty)
    await world.run()
    #expect(world.records.count == 1)
    #expect(world.records[0].issue.labels.contains("shop"))
    #expect(world.records[0].issue.labels.contains("semgrep"))
    #expect(world.records[0].issue.due == "2026-12-19")
    #expect(world.records[0].comments.isEmpty)
    #expect(first.report?.lines.map(\.findings) == [["a"]])
  }

  @Test func noMoreAreOpenedThanTheRunMay() async throws {
    var world = try await world { $0.mostPerRun = 2 }
    for id in ["a", "b", "c"] { world.find(id) }
    world.find("d", .critical)
    let first = await world.run()
    #expect(world.records.map { $0.issue.priority } == ["Highest", "High"])
    #expect(first.report?.absences == ["b": .overLimit, "c": .overLimit])
    await world.run()
    #expect(world.records.count == 4)
  }

  @Test func whatIsFixedIsClosedWithAWord() async throws {
    var world = try await world()
    world.find("a")
    await world.run()
    world.advance()
    world.lose("a")
    await world.run()
    await world.run()
    #expect(world.records[0].issue.phase == .done)
    #expect(world.records[0].comments.count == 1)
    #expect(world.records[0].comments[0].contains("a complete scan no longer shows it"))
  }

  @Test func whatNoScanCanTellOfIsNotClosed() async throws {
    var world = try await world()
    world.find("a")
    await world.run()
    world.lose("a", .unknown)
    let plan = await world.run(isApplied: false).plan
    #expect(plan.isEmpty)
  }

  @Test func whatIsOnlyGoneIsToldButNotClosed() async throws {
    var world = try await world()
    world.find("a")
    await world.run()
    world.lose("a", .removed)
    await world.run()
    #expect(world.records[0].issue.phase == .new)
    #expect(world.records[0].comments.count == 1)
  }

  @Test func whatComesBackSoonIsReopened() async throws {
    var world = try await world()
    world.find("a")
    await world.run()
    world.lose("a")
    await world.run()
    world.advance()
    world.find("a")
    await world.run()
    #expect(world.records.count == 1)
    #expect(world.records[0].issue.phase == .new)
    #expect(world.records[0].comments.count == 2)
    #expect(await world.run(isApplied: false).plan.isEmpty)
  }

  @Test func whatComesBackLateGetsATicketThatNamesTheOldOne() async throws {
    var world = try await world()
    world.find("a")
    await world.run()
    world.lose("a")
    await world.run()
    world.advance(31 * 86_400)
    world.find("a")
    await world.run()
    await world.run()
    #expect(world.records.map(\.issue.phase) == [.done, .new])
    #expect(world.records[1].links == ["1"])
    #expect(world.records[0].issue.labels != world.records[1].issue.labels)
    #expect(await world.run(isApplied: false).plan.isEmpty)
  }

  @Test(arguments: ["Won't Do", "False Positive", "Risk Accepted"])
  func aDecisionIsRespected(resolution: String) async throws {
    var world = try await world()
    world.find("a")
    await world.run()
    world.advance()
    world.person { $0.move("1", to: .done, resolution: resolution) }
    for _ in 0..<3 {
      world.advance()
      world.find("a", .critical)
      await world.run()
    }
    #expect(world.records[0].issue.phase == .done)
    #expect(world.records[0].comments.isEmpty)
    #expect(await world.run().report?.lines[0].ticket.decision?.word == resolution)
    #expect(world.records.count == 1)
  }

  @Test func doneThoughItIsThereIsReopenedOnceAndThenShown() async throws {
    var world = try await world()
    world.find("a")
    await world.run()
    world.advance()
    world.person { $0.move("1", to: .done, resolution: "Done") }
    // No scan since then: nothing is known to contradict it.
    await world.run()
    #expect(world.records[0].issue.phase == .done)
    world.advance()
    world.find("a")
    await world.run()
    #expect(world.records[0].issue.phase == .new)
    #expect(world.records[0].comments.count == 1)
    world.advance()
    world.person { $0.move("1", to: .done, resolution: "Done") }
    world.advance()
    world.find("a")
    let result = await world.run()
    #expect(world.records[0].issue.phase == .done)
    #expect(world.records[0].comments.count == 1)
    #expect(result.report?.lines[0].isContradicted == true)
  }

  @Test func aFixEndsTheQuarrelAboutAnIssue() async throws {
    var world = try await world()
    world.find("a")
    await world.run()
    /// A person closes the issue, and the next scan shows the finding.
    func contradict(_ world: inout World) async {
      world.advance()
      world.person { $0.move("1", to: .done, resolution: "Done") }
      world.advance()
      world.find("a")
      await world.run()
    }
    await contradict(&world)
    #expect(world.records[0].reopenings == 1)
    world.advance()
    world.lose("a")
    await world.run()
    world.advance()
    world.find("a")
    await world.run()
    #expect(world.records[0].reopenings == 2)
    await contradict(&world)
    #expect(world.records[0].reopenings == 3)
    await contradict(&world)
    #expect(world.records[0].reopenings == 3)
  }

  @Test func withoutAWayToDoneItAsksAPersonOnce() async throws {
    var world = try await world()
    world.person { $0.hasWayToDone = false }
    world.find("a")
    await world.run()
    world.lose("a")
    for _ in 0..<3 { await world.run() }
    #expect(world.records[0].issue.phase == .new)
    #expect(world.records[0].comments.count == 2)
    #expect(world.records[0].comments[1].contains("by hand"))
    #expect(await world.run(isApplied: false).plan.isEmpty)
  }

  @Test func whatAPersonReopenedStaysOpen() async throws {
    var world = try await world()
    world.find("a")
    await world.run()
    world.lose("a")
    await world.run()
    world.person { $0.move("1", to: .active, resolution: nil) }
    await world.run()
    #expect(world.records[0].issue.phase == .active)
    #expect(world.records[0].comments.count == 1)
  }

  @Test func aRiseInSeverityIsOneCommentAndNewFields() async throws {
    var world = try await world()
    world.find("a")
    world.find("b")
    await world.run()
    world.person { $0.records["2"]?.issue.priority = "Low" }
    world.advance()
    world.find("a", .critical)
    world.find("b", .critical)
    await world.run()
    await world.run()
    #expect(world.records.map { $0.comments.count } == [1, 1])
    #expect(world.records.map { $0.issue.priority } == ["Highest", "Low"])
  }

  @Test func aCopyIsToldThatItIsOne() async throws {
    var world = try await world()
    world.find("a")
    world.person { $0.fates = [.answerLost] }
    await world.run()
    world.person { state in
      guard var copy = state.records["1"] else { return }
      copy.issue.reference.id = "7"
      copy.issue.createdAt = Instant(seconds: state.now.seconds + 60)
      state.records["7"] = copy
    }
    world.advance()
    await world.run()
    await world.run()
    #expect(world.records.map(\.links) == [[], ["1"]])
    #expect(await world.run(isApplied: false).plan.isEmpty)
  }

  @Test func aDeletedTicketIsNotMadeAgain() async throws {
    var world = try await world()
    world.find("a")
    await world.run()
    world.person { $0.records["1"]?.isDeleted = true }
    world.advance()
    world.find("a", .critical)
    let result = await world.run()
    #expect(world.records.count == 1)
    #expect(result.report?.lines[0].ticket.missing == "not found")
  }

  @Test func aLostBookMakesNothingTwice() async throws {
    var world = try await world()
    world.find("a")
    await world.run()
    for key in world.store.keys { world.store.remove(key) }
    world.advance()
    let result = await world.run()
    #expect(world.records.count == 1)
    #expect(result.report?.lines.map(\.ticket.issue?.key) == ["MEM-1"])
    #expect(await world.run(isApplied: false).plan.isEmpty)
  }

  @Test func findingsOfOnePackageShareATicketThatClosesWithTheLast() async throws {
    var world = try await world { $0.routes[0].grouping = .rule }
    for id in ["a", "b", "c"] { world.find(id) }
    await world.run()
    #expect(world.records.count == 1)
    world.advance()
    world.lose("a")
    world.lose("b")
    await world.run()
    #expect(world.records[0].issue.phase == .new)
    #expect(world.records[0].comments.count == 1)
    world.lose("c")
    await world.run()
    #expect(world.records[0].issue.phase == .done)
  }

  @Test func aTrackerThatShowsNothingAnyMoreIsNotBelieved() async throws {
    var world = try await world()
    for id in ["a", "b", "c"] { world.find(id) }
    await world.run()
    world.person { state in
      for id in state.records.keys { state.records[id]?.isDeleted = true }
    }
    let result = await world.run()
    #expect(result.report == nil)
    #expect(result.problems.first?.problem == "shows none of the 3 issues it had")
  }
}
