internal import ArgumentParser
internal import Findings
internal import FoundationEssentials
internal import Pipeline
internal import Reconciliation

/// `vigil explain`: everything that is known of a finding, and why it is so.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Say what is known of a finding: its history, what recognised it, which scan shows it.",
    discussion: """
      EXAMPLES
        vigil explain 4k8z2mmq0x7c1r5d
        vigil explain 4k8z --history s3://acme-security/vigil --as-of 2026-10-31

      The beginning of an id will do if no other finding's id begins like it.
      """
  )

  @Argument(help: "The finding's id, as pages and report.json show it.")
  var id: String

  @OptionGroup var history: HistoryOption

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let lines = try await failing { () throws(Problem) in
      let past = try await history.open(environment: environment)
      let run = try await history.run(in: past)
      let ledger = try await past.ledger(of: run)
      return Explanation(try find(in: ledger, past), in: ledger).lines
    }
    for line in lines { Output.print(line) }
  }

  private func find(in ledger: Ledger, _ history: History) throws(Problem) -> Entry {
    let wanted = id.lowercased()
    let found = ledger.projects.flatMap(\.entries).filter { $0.id.hasPrefix(wanted) }
    if found.count == 1 || found.first?.id == wanted { return found[0] }
    guard found.isEmpty else {
      let ids = found.prefix(5).map(\.id).joined(separator: ", ")
      throw Problem(file: history.store.name, problem: "\(found.count) ids begin so: \(ids) …")
    }
    throw Problem(
      file: history.store.name,
      problem: "no finding \(id) is known at \(ledger.moment)",
      hint: "closed findings are forgotten after a while; try an earlier --as-of"
    )
  }
}
