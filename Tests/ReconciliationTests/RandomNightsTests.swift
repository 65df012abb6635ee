import Findings
import Reconciliation
import Testing

/// What holds whatever the nights bring.
@Suite struct RandomNightsTests {
  private static let streams = [
    stream(.sast, "semgrep"), stream(.secrets, "gitleaks"), stream(.dependency, "npm", "web"),
    stream(.dependency, "npm", "api"),
  ]

  private func findings(_ dice: inout Dice) -> [Finding] {
    (0..<dice.roll(12)).map { _ in
      switch dice.roll(3) {
      case 0: vulnerable("p\(dice.roll(3))", "1.\(dice.roll(2))", in: "m\(dice.roll(2))/lock")
      case 1: secret("d\(dice.roll(3))", "f\(dice.roll(3))", dice.roll(30))
      default:
        code(
          "R\(dice.roll(2))",
          "d\(dice.roll(2))/f\(dice.roll(3)).py",
          1 + dice.roll(300),
          snippet: dice.maybe { UInt64($0.roll(4)) },
          severity: dice.one(of: [.high, .low]),
          fingerprint: dice.roll(4) == 0 ? "fp\(dice.roll(4))" : nil
        )
      }
    }
  }

  private func readings(_ dice: inout Dice) -> (scans: [StreamReading], unchanged: [Stream]) {
    var scans: [StreamReading] = []
    var unchanged: [Stream] = []
    for stream in Self.streams {
      switch dice.roll(8) {
      case 0: break
      case 1: unchanged.append(stream)
      case 2: scans.append(reading([], .failed, of: stream))
      case 3: scans.append(reading(findings(&dice), .partial, of: stream))
      default:
        scans.append(
          reading(findings(&dice), of: stream, paths: dice.maybe { _ in ["d0/f0.py", "d1/f1.py"] })
        )
      }
    }
    return (scans, unchanged)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func nothingIsLostAndNothingIsCountedTwice(seed: UInt64) {
    var dice = Dice(seed)
    var nights = Nights()
    for _ in 0..<12 {
      let before = nights.ledger
      let (scans, unchanged) = readings(&dice)
      let ledger = nights.run(scans, unchanged: unchanged, after: 1 + dice.roll(5))
      let ids = Set(ledger.entries.map(\.id))
      #expect(ids.count == ledger.entries.count)
      #expect(ledger.entries.map(\.id) == ids.sorted())
      #expect(ids.allSatisfy { $0.utf8.count == 16 })
      // Every entry of yesterday is there, with the day it was first seen and all its history.
      for old in before?.entries ?? [] {
        let new = ledger.entries.first { $0.id == old.id }
        #expect(new?.firstSeen == old.firstSeen)
        #expect(new?.stream == old.stream)
        #expect(new?.history.starts(with: old.history) == true)
      }
      // Every finding that a scan shows is in exactly one entry, its repeats counted.
      for scan in scans {
        let seen = ledger.entries.filter {
          $0.stream == scan.scan.stream && $0.lastSeen == nights.moment
        }
        let occurrences = seen.reduce(0) { $0 + $1.finding.occurrences }
        #expect(occurrences == scan.findings.count)
        #expect(seen.allSatisfy { $0.state == .open })
      }
      // Only a complete scan closes.
      let complete = Set(scans.filter { $0.scan.outcome == .complete }.map(\.scan.stream))
      for entry in ledger.entries where [.fixed, .removed].contains(entry.change) {
        #expect(complete.contains(entry.stream))
        #expect(entry.fixedAt == nights.moment)
      }
      for entry in ledger.entries {
        #expect((entry.fixedAt != nil) == [.fixed, .removed].contains(entry.state))
        #expect((entry.unknownSince != nil) == (entry.state == .unknown))
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func theOrderOfFindingsAndScansDoesNotMatter(seed: UInt64) throws {
    var dice = Dice(seed)
    var nights = Nights()
    var shuffled = Nights()
    for _ in 0..<6 {
      let (scans, unchanged) = readings(&dice)
      nights.run(scans, unchanged: unchanged)
      let other = scans.map { scan in
        var scan = scan
        scan.findings.shuffle(using: &dice)
        return scan
      }
      shuffled.run(other.shuffled(using: &dice), unchanged: unchanged.shuffled(using: &dice))
      #expect(shuffled.ledger == nights.ledger)
      #expect(shuffled.snapshot?.encoded() == nights.snapshot?.encoded())
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func theSameReportsAgainChangeNothing(seed: UInt64) throws {
    var dice = Dice(seed)
    var nights = Nights()
    for _ in 0..<4 {
      let (scans, unchanged) = readings(&dice)
      nights.run(scans, unchanged: unchanged)
    }
    let scans = Self.streams.map { reading(findings(&dice), of: $0) }
    nights.run(scans)
    var second = nights.run(scans)
    let quiet: Set<Change> = [.unchanged, .carried]
    #expect(Set(second.changes.keys).isSubset(of: quiet))
    var third = nights.run(scans)
    // Nothing differs but the moment at which the findings were last seen.
    for index in second.entries.indices {
      second.entries[index].lastSeen = nights.moment
    }
    for index in third.entries.indices where third.entries[index].state != .open {
      second.entries[index].lastSeen = third.entries[index].lastSeen
    }
    #expect(third == second)
    third = nights.run([], unchanged: Self.streams)
    #expect(nights.run([], unchanged: Self.streams) == third)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func aRefactoringNightHasNothingNewAndNothingFixed(seed: UInt64) {
    var dice = Dice(seed)
    var nights = Nights()
    var before: [Finding] = []
    var after: [Finding] = []
    let quotesCode = dice.roll(2) == 0
    for number in 0..<6 {
      let path = "src/part\(number)/file\(number).py"
      let newPath = dice.roll(3) == 0 ? "lib/part\(number)/file\(number).py" : path
      let shift = dice.roll(40)
      var line = 1
      for _ in 0...dice.roll(6) {
        line += 1 + dice.roll(30)
        let rule = "R\(dice.roll(3))"
        let snippet = quotesCode ? dice.next() : nil
        before.append(code(rule, path, line, snippet: snippet))
        after.append(code(rule, newPath, line + shift, snippet: snippet))
      }
    }
    let ids = nights.run(before).entries.map(\.id)
    let ledger = nights.run(after.shuffled(using: &dice))
    #expect(Set(ledger.changes.keys).isSubset(of: [.moved, .unchanged]))
    #expect(ledger.entries.map(\.id) == ids)
  }

  @Test func idsDoNotDependOnLinesOrCode() {
    var one = Nights()
    var other = Nights()
    let ids = one.run([code("R", "a.py", 1, snippet: 1), code("R", "a.py", 9, snippet: 2)])
    let others = other.run([code("R", "a.py", 4, snippet: 3), code("R", "a.py", 5, snippet: 4)])
    #expect(ids.entries.map(\.id) == others.entries.map(\.id))
  }
}
