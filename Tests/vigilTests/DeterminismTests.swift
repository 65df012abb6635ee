import Foundation
import TestSupport
import Testing

/// The same artifacts at the same moments give the same bytes.
@Suite struct DeterminismTests {
  private static let configuration = """
    title: Acme
    artifacts:
      from: artifacts
    history:
      at: history
    secrets:
      key_variable: VIGIL_SECRET_KEY

    """

  /// How one of two machines differs from the other.
  private struct Machine {
    let workspace: Workspace
    let isReversed: Bool
    var environment = ["VIGIL_SECRET_KEY": "any long random text will do"]

    init(isReversed: Bool) throws {
      workspace = try Workspace(configuration: configuration)
      self.isReversed = isReversed
      // The runtime's threads: as many as there are processors, or one.
      if isReversed { environment["LIBDISPATCH_COOPERATIVE_POOL_STRICT"] = "1" }
      environment["TZ"] = isReversed ? "Pacific/Auckland" : "America/New_York"
      environment["LANG"] = isReversed ? "tr_TR.UTF-8" : "C"
    }

    func receive(_ reports: [(key: String, text: String)], night: Int) throws {
      for (key, text) in isReversed ? reports.reversed() : reports {
        try workspace.put(text, at: key, night: night)
      }
    }
  }

  /// Three nights: reports of all formats; some moved, fixed and broken; some gone.
  private func nights(on machine: Machine) throws {
    let reports = SecretReports().reports
    let workspace = machine.workspace
    try machine.receive(reports, night: 0)
    #expect(try workspace.run(night: 1, environment: machine.environment).code == 2)
    try machine.receive(
      reports.enumerated().map { number, report in
        let text = report.text
        let changed = number % 3 == 0 ? text.replacing("src/", with: "lib/") : text
        return (report.key, number % 4 == 1 ? String(changed.dropLast(30)) : changed)
      },
      night: 1
    )
    #expect(try workspace.run(night: 2, environment: machine.environment).code == 2)
    for report in reports.prefix(4) { try workspace.remove(report.key) }
    #expect(try workspace.run(night: 3, environment: machine.environment).code == 2)
  }

  @Test func twoMachinesMakeTheSameHistoryAndTheSamePages() throws {
    let (one, other) = (try Machine(isReversed: false), try Machine(isReversed: true))
    try nights(on: one)
    try nights(on: other)
    for folder in ["history", "public"] {
      let here = try one.workspace.files(in: folder)
      let there = try other.workspace.files(in: folder)
      #expect(here.keys.sorted() == there.keys.sorted())
      let different = here.filter { there[$0.key] != $0.value }.keys.sorted()
      #expect(different.isEmpty)
      #expect(here.count > 3)
    }
  }

  @Test func aReportOfThePastIsTheOneThatWasMadeThen() throws {
    let machine = try Machine(isReversed: false)
    let workspace = machine.workspace
    let reports = SecretReports().reports
    try machine.receive(reports, night: 0)
    #expect(try workspace.run(night: 1, environment: machine.environment).code == 2)
    let then = try workspace.files(in: "public")
    try machine.receive(reports.map { ($0.key, String($0.text.dropLast(9))) }, night: 1)
    #expect(try workspace.run(night: 2, environment: machine.environment).code == 2)
    for folder in ["a", "b"] {
      let run = try workspace.vigil(
        "report",
        "--history",
        "history",
        "--as-of",
        Workspace.moment(1),
        "--title",
        "Acme",
        "--output",
        folder
      )
      #expect(run.code == 0 && run.errors.isEmpty)
      let made = try workspace.files(in: folder)
      #expect(made.keys.sorted() == then.keys.sorted())
      #expect(made.filter { then[$0.key] != $0.value }.keys.sorted() == [])
    }
  }

  @Test func aReportOfReportsIsTheSameTwice() throws {
    let workspace = try Workspace()
    for (key, text) in SecretReports().reports { try workspace.put(text, at: key) }
    for folder in ["a", "b"] {
      let moment = Workspace.moment(1)
      let run = try workspace.vigil("report", "artifacts", "--now", moment, "--output", folder)
      // One of the scanners says that it failed; everything was read.
      #expect(run.code == 2 && !run.errorLines.isEmpty)
      #expect(run.errorLines.allSatisfy { $0.contains("the scan failed") })
    }
    #expect(try workspace.files(in: "a") == workspace.files(in: "b"))
  }
}
