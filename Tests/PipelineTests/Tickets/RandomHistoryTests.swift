import Actions
import Findings
import Pipeline
import Reconciliation
import Synchronization
import Testing

/// Random nights: findings come and go, people do as they please, answers get lost, runs die.
@Suite struct RandomHistoryTests {
  @Test(arguments: 1...120)
  func applyingAPlanLeavesNothingToPlan(seed: UInt64) async throws {
    var chance = Chance(seed: seed)
    var world = try World { policy in
      policy.mostPerRun = chance.pick([2, 1000])
      policy.routes[0].grouping = chance.pick([.finding, .rule])
    }
    await world.run()
    for _ in 0..<25 {
      world.advance(chance.pick([600, 86_400, 86_400, 40 * 86_400]))
      night(&world, &chance)
      await disturbed(world, &chance)
      try check(world, "seed \(seed)")
    }
    // Whatever was lost is settled by now; two quiet nights put everything in order.
    world.advance()
    world.policy.mostPerRun = 1000
    world.person { state in
      state.fates = []
      state.indexes = true
      for id in state.records.keys { state.records[id]?.isIndexed = true }
    }
    for _ in 0..<2 { await world.run() }
    let rest = await world.run(isApplied: false)
    #expect(rest.plan.isEmpty, "\(rest.plan.map(\.planned.reason))")
    #expect(rest.problems.isEmpty)
    let settled = world.tracker.state.withLock(\.sent)
    await world.run()
    #expect(world.tracker.state.withLock(\.sent) == settled)
    try check(world, "seed \(seed), settled")
    everyFindingIsKnown(world, rest)
  }

  /// What happens to the findings and in the tracker in a day.
  private func night(_ world: inout World, _ chance: inout Chance) {
    for _ in 0..<chance.below(4) {
      let id = "f\(chance.below(8))"
      switch chance.below(7) {
      case 0...2: world.find(id, chance.pick([.critical, .high, .medium]))
      case 3: world.find(id, .high, in: "src/\(chance.below(3)).py")
      case 4: world.lose(id)
      case 5: world.lose(id, chance.pick([.removed, .suppressed]))
      default: world.lose(id, .unknown)
      }
    }
    for entry in world.entries.values where entry.state == .open && chance.below(2) == 0 {
      world.find(entry.id, entry.finding.severity, in: entry.finding.location.path ?? "")
    }
    let act = chance.below(9)
    let number = "\(chance.below(8) + 1)"
    world.person { state in
      guard state.records[number] != nil else { return }
      switch act {
      case 0: state.move(number, to: .done, resolution: "Done")
      case 1: state.move(number, to: .done, resolution: "Won't Do")
      case 2: state.move(number, to: .active, resolution: nil)
      case 3: state.records[number]?.issue.priority = "Lowest"
      case 4: state.records[number]?.issue.labels.append("somebody's")
      case 5: state.hasWayToDone.toggle()
      case 6: state.hasWayBack.toggle()
      case 7: state.records[number]?.isDeleted = true
      default: state.indexes.toggle()
      }
    }
  }

  /// A run in which answers are lost, and which may die before a write.
  private func disturbed(_ world: World, _ chance: inout Chance) async {
    let fates = (0..<chance.below(12)).map { _ in
      chance.pick(MemoryTracker.Fate.allCases + [.answered, .answered])
    }
    let indexes = chance.below(4) > 0
    world.person { state in
      state.fates = fates
      // The index has caught up with what was made before.
      for id in state.records.keys { state.records[id]?.isIndexed = true }
      state.indexes = indexes
    }
    world.store.dies(afterWrites: chance.below(3) == 0 ? chance.below(4) : nil)
    await world.run()
    world.store.dies(afterWrites: nil)
  }

  /// What must hold at any moment, whatever went wrong.
  private func check(_ world: World, _ place: Comment) throws {
    var owners: [String: Int] = [:]
    for record in world.records where !record.isDeleted {
      for label in record.issue.labels where TicketKey(label: label) != nil {
        owners[label, default: 0] += 1
      }
      // Each comment ends with its own marker: without it, two in a row must differ.
      let texts = record.comments.map { $0.split(separator: "*Vigil, ").first ?? "" }
      for (one, next) in zip(texts, texts.dropFirst()) { #expect(one != next, place) }
      #expect(Set(record.comments).count == record.comments.count, place)
    }
    #expect(owners.values.allSatisfy { $0 == 1 }, place)
  }

  /// Each open finding has a ticket or a reason why it has none.
  private func everyFindingIsKnown(_ world: World, _ result: TicketsResult) {
    guard let report = result.report else { return }
    let ticketed = Set(report.lines.flatMap(\.findings))
    for entry in world.entries.values where entry.state.countsAsOpen {
      #expect(ticketed.contains(entry.id) != (report.absences[entry.id] != nil))
    }
  }
}

/// Chance that can be repeated (Steele, Lea, Flood: SplitMix64).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }
}
