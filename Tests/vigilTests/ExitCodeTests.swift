import TestSupport
import Testing

@Suite struct ExitCodeTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
  }

  private func gate(_ gate: String) throws {
    let text = "\(Workspace.configuration)gate:\n  \(gate)\n"
    try workspace.folder.write(text, to: "vigil.yml")
  }

  @Test func aRunThatIsDoneSaysSoInOneLine() throws {
    try workspace.put(Sample.semgrep(["a", "b"]), at: "shop/sast/semgrep/report.json")
    let run = try workspace.run(night: 1)
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.outputLines.count == 1)
    #expect(run.outputLines[0].contains("1 project, 1 scan, 2 open, first run: a baseline"))
    #expect(run.outputLines[0].hasSuffix("see public/index.html"))
    let again = try workspace.run(night: 2)
    #expect(again.code == 0 && again.errors.isEmpty)
  }

  @Test func pagesThatCannotBeWrittenAreNotPointedAt() throws {
    try workspace.put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/report.json")
    let run = try workspace.run(night: 1, "--output", "vigil.yml")
    #expect(run.code == 2)
    #expect(run.errorLines == ["vigil.yml: could not be written: not a directory"])
    #expect(run.outputLines.count == 1 && !run.outputLines[0].contains("see "))
    #expect(try workspace.vigil("verify").code == 0)
  }

  @Test(arguments: ["<&- >&- 2>&-", "2>&-", ">&-", "> /dev/full 2> /dev/full"])
  func streamsThatAreClosedOrFullHarmNoFile(redirection: String) throws {
    try workspace.put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/report.json")
    try workspace.put("{", at: "shop/sast/bad/report.json")
    let run = try Program(
      ["run", "--verbose"],
      in: workspace.folder.path,
      redirection: redirection
    ).wait()
    #expect(run.code == 2)
    #expect(try workspace.vigil("verify").code == 0)
    #expect(try workspace.files(in: "history")[".vigil-lock"] == [])
    for folder in ["history", "public"] {
      for (file, bytes) in try workspace.files(in: folder) {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("reconcile: "), "\(file)")
      }
    }
  }

  @Test func theGateDecidesAndSaysWhy() throws {
    try gate("new: high")
    try workspace.put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/report.json")
    #expect(try workspace.run(night: 1).code == 0)
    try workspace.put(Sample.semgrep(["a", "b"]), at: "shop/sast/semgrep/report.json", night: 1)
    let run = try workspace.run(night: 2)
    #expect(run.code == 1)
    #expect(run.errorLines.count == 1 && run.outputLines.count == 1)
    // What was new yesterday is not new today.
    #expect(try workspace.run(night: 3).code == 0)
  }

  @Test func whatIsIncompleteWeighsMoreThanTheGate() throws {
    try gate("open: info")
    try workspace.put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/report.json")
    try workspace.put("{", at: "shop/sast/other/report.json")
    let run = try workspace.run(night: 1)
    #expect(run.code == 2)
    #expect(run.errorLines.contains { $0.hasPrefix("artifacts/shop/sast/other/report.json: ") })
  }

  @Test func aRunBeforeTheLastOneIsRefused() throws {
    try workspace.put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/report.json")
    #expect(try workspace.run(night: 5).code == 0)
    let before = try workspace.files(in: "history")
    for night in [4, 5] {
      let run = try workspace.run(night: night)
      #expect(run.code == 2 && run.output.isEmpty)
      let last = Workspace.moment(5)
      #expect(
        run.errorLines == [
          "history: the run of \(last) is known already; a run at \(Workspace.moment(night)) "
            + "would come before it (choose a later --now)"
        ]
      )
    }
    #expect(try workspace.files(in: "history") == before)
    #expect(try workspace.vigil("verify").code == 0)
  }

  @Test func aRehearsalLeavesTheHistoryAlone() throws {
    try workspace.put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/report.json")
    #expect(try workspace.run(night: 1).code == 0)
    let before = try workspace.files(in: "history")
    try workspace.put(Sample.semgrep(["b"]), at: "shop/sast/semgrep/report.json", night: 1)
    #expect(try workspace.run(night: 2, "--no-save").code == 0)
    #expect(try workspace.openRules() == ["b"])
    #expect(try workspace.files(in: "history") == before)
  }

  @Test func artifactsThatAreNotThereStopTheRunBeforeAnythingIsSaved() throws {
    try workspace.folder.write(
      Workspace.configuration.replacing("from: artifacts", with: "from: none"),
      to: "vigil.yml"
    )
    let run = try workspace.run(night: 1)
    #expect(run.code == 2 && run.output.isEmpty && run.errorLines.count == 1)
    #expect(run.errorLines[0].hasPrefix("none: the folder does not exist"))
    #expect(throws: (any Error).self) { try workspace.files(in: "history") }
  }

  @Test func anUnreadableHistoryStopsTheRun() throws {
    try workspace.put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/report.json")
    #expect(try workspace.run(night: 1).code == 0)
    let saved = try workspace.files(in: "history")
    for (file, bytes) in saved where file.hasSuffix(".zst") {
      let damaged = bytes.prefix(bytes.count / 2) + [0]
      try workspace.put(Array(damaged), at: "../history/\(file)")
      let run = try workspace.run(night: 2)
      #expect(run.code == 2 && run.output.isEmpty)
      #expect(run.errorLines.count == 1 && run.errorLines[0].hasPrefix("history/\(file): "))
      #expect(try workspace.vigil("verify").code == 1)
      try workspace.put(bytes, at: "../history/\(file)")
    }
    #expect(try workspace.vigil("verify").code == 0)
    #expect(try workspace.run(night: 2).code == 0)
  }

  @Test func differencesAreFoundAndSayWhatTheyAre() throws {
    try workspace.folder.write(Sample.semgrep(["a", "b"]), to: "old/semgrep.json")
    try workspace.folder.write(Sample.semgrep(["b", "c"]), to: "new/semgrep.json")
    let run = try workspace.vigil("diff", "old/semgrep.json", "new/semgrep.json")
    #expect(run.code == 1 && run.errors.isEmpty)
    #expect(run.outputLines.filter { !$0.hasPrefix(" ") } == ["1 new", "1 fixed"])
    let same = try workspace.vigil("diff", "old/semgrep.json", "old/semgrep.json")
    #expect(same.code == 0 && same.outputLines == ["no difference"])
  }

  @Test func aReportOfReportsHasNoSideEffect() throws {
    try workspace.put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/report.json")
    let run = try workspace.vigil("report", "artifacts", "--output", "out")
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.outputLines == ["see out/index.html"])
    #expect(throws: (any Error).self) { try workspace.files(in: "history") }
    #expect(throws: (any Error).self) { try workspace.files(in: "public") }
    #expect(try workspace.files(in: "out")["report.json"] != nil)
  }
}
