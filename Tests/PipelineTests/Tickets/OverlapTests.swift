import Actions
import Findings
import Pipeline
import Synchronization
import Testing

/// The nightly job and one that somebody started by hand, at the same moment.
@Suite struct OverlapTests {
  private func world() async throws -> World {
    var world = try World()
    await world.run()
    world.advance()
    for id in ["a", "b", "c"] { world.find(id) }
    return world
  }

  @Test func aRunBetweenIntentAndRequestMakesNothing() async throws {
    let world = try await world()
    let other = Mutex<TicketsResult?>(nil)
    world.person { state in
      state.beforeSending = {
        let result = await world.run()
        other.withLock { $0 = result }
      }
    }
    let result = await world.run()
    #expect(result.problems.isEmpty)
    #expect(world.records.count == 3)
    let absences = try #require(other.withLock { $0 }).report?.absences
    #expect(absences == ["a": .awaited, "b": .awaited, "c": .awaited])
    #expect(await world.run(isApplied: false).plan.isEmpty)
  }

  @Test func aRunThatSavedFirstHasTheTickets() async throws {
    let world = try await world()
    world.store.beforeReplacing { await world.run() }
    let result = await world.run()
    #expect(world.records.count == 3)
    #expect(result.problems.map(\.place) == ["shop"])
    #expect(result.problems.first?.problem.contains("another run") == true)
  }

  @Test(arguments: 0...14)
  func aRunThatDiesAnywhereIsFinishedByTheNext(writes: Int) async throws {
    var world = try await world()
    world.store.dies(afterWrites: writes)
    await world.run()
    world.store.dies(afterWrites: nil)
    world.advance()
    await world.run()
    #expect(world.records.count == 3)
    #expect(world.records.allSatisfy { $0.comments.isEmpty })
    #expect(await world.run(isApplied: false).plan.isEmpty)
  }

  @Test func manyRunsAtOnceMakeOneTicketEach() async throws {
    let world = try await world()
    await withTaskGroup { group in
      for _ in 0..<6 { group.addTask { _ = await world.run() } }
    }
    #expect(world.records.count == 3)
  }
}
