import Findings
import Reconciliation
import Testing

/// Files that move take their findings along; where they went must be beyond doubt.
@Suite struct RenameTests {
  @Test func aRenamedFileTakesItsFindingsAlong() {
    var nights = Nights()
    nights.run([
      code("R1", "src/old.py", 10), code("R1", "src/old.py", 20), code("R2", "src/old.py", 30),
      code("R1", "src/other.py", 5),
    ])
    let ledger = nights.run([
      code("R1", "src/new.py", 12), code("R1", "src/new.py", 22), code("R2", "src/new.py", 32),
      code("R1", "src/other.py", 5),
    ])
    #expect(ledger.changes == [.moved: 3, .unchanged: 1])
    #expect(ledger.entry("src/new.py", 22)?.differences.map(\.before) == ["src/old.py", "20"])
    let moved = ledger.entries.filter { $0.change == .moved }
    #expect(moved.allSatisfy { $0.matchedBy == .rename })
    #expect(moved.allSatisfy { $0.history.last?.note == "path: src/old.py → src/new.py" })
  }

  @Test func aRenamedFolderTakesItsFindingsAlong() {
    var nights = Nights()
    let names = ["a/main.tf", "b/main.tf", "c/main.tf", "c/d/main.tf"]
    nights.run(names.map { code("R", "infra/\($0)", 3) })
    let ledger = nights.run(names.map { code("R", "deploy/\($0)", 3) })
    #expect(ledger.changes == [.moved: 4])
    for name in names {
      #expect(ledger.entry("deploy/\(name)")?.differences.first?.before == "infra/\(name)")
    }
  }

  @Test func codeThatMovedToAnotherFileIsRecognised() {
    var nights = Nights()
    nights.run([
      code("R", "a.py", 10, snippet: 1), code("R", "a.py", 20, snippet: 2),
      code("R", "b.py", 10, snippet: 3),
    ])
    let ledger = nights.run([
      code("R", "a.py", 10, snippet: 2), code("R", "b.py", 10, snippet: 3),
      code("R", "b.py", 50, snippet: 1),
    ])
    #expect(ledger.changes == [.moved: 2, .unchanged: 1])
    #expect(ledger.entry("b.py", 50)?.matchedBy == .rename)
  }

  @Test func aLoneFindingWhoseFileIsGoneMoved() {
    var nights = Nights()
    nights.run([reading([code("R", "a.py", 10)])])
    let ledger = nights.run([reading([code("R", "b.py", 10)], paths: ["b.py"])])
    #expect(ledger.changes == [.moved: 1])
  }

  @Test func aLoneFindingWhoseFileIsStillThereIsFixed() {
    var nights = Nights()
    nights.run([reading([code("R", "a.py", 10)])])
    let ledger = nights.run([reading([code("R", "b.py", 10)], paths: ["a.py", "b.py"])])
    #expect(ledger.changes == [.new: 1, .fixed: 1])
  }

  @Test func aTieIsNewAndSaysWhereItMayComeFrom() {
    var nights = Nights()
    let before = nights.run([code("R", "a.py", 10, snippet: 1)])
    let ledger = nights.run([code("R", "b.py", 10, snippet: 1), code("R", "c.py", 10, snippet: 1)])
    #expect(ledger.changes == [.new: 2, .fixed: 1])
    let new = ledger.entries.filter { $0.change == .new }
    #expect(new.allSatisfy { $0.possiblyMovedFrom == before.entries.map(\.id) })
    #expect(new.allSatisfy { $0.history.first?.note.hasPrefix("possibly moved from ") == true })
  }

  @Test func aGroupThatCouldGoTwoWaysIsNew() {
    var nights = Nights()
    nights.run([code("R1", "a.py", 10), code("R2", "a.py", 20)])
    let ledger = nights.run(["b.py", "c.py"].flatMap { [code("R1", $0, 1), code("R2", $0, 2)] })
    #expect(ledger.changes == [.new: 4, .fixed: 2])
  }

  @Test func aPackageThatMovedToAnotherManifestIsTheSameFinding() {
    var nights = Nights()
    nights.run([
      vulnerable("lodash", "1.0.0", in: "web/package-lock.json"), vulnerable("left-pad", "1.0"),
    ])
    let ledger = nights.run([vulnerable("lodash", "1.0.0"), vulnerable("left-pad", "1.0")])
    #expect(ledger.changes == [.moved: 1, .unchanged: 1])
  }

  @Test func tooManyAlikeAreJoinedOnlyExactlyAndSaidSo() {
    var nights = Nights()
    nights.options.pairLimit = 100
    nights.run((1...20).map { code("R", "a.yml", $0 * 10) })
    let same = (1...5).map { code("R", "a.yml", $0 * 10) }
    let shifted = (6...19).map { code("R", "a.yml", $0 * 10 + 3) }
    let ledger = nights.run(same + shifted)
    #expect(ledger.changes == [.unchanged: 5, .new: 14, .fixed: 15])
    #expect(ledger.scans.first?.notes.contains { $0.contains("too large to compare") } == true)
  }
}
