internal import ArgumentParser
internal import Findings
internal import FoundationEssentials
internal import Pipeline
internal import Reconciliation

/// `vigil verify`: walks the chain of snapshots.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that nothing in the history was altered or lost.",
    discussion: """
      EXAMPLES
        vigil verify
        vigil verify --history s3://acme-security/vigil

      Every run names the one before it and its snapshots by their SHA-256. Note down the digest that
      this command prints: whoever has it can tell later that the history up to then is the same.
      Exit code 1 if a link of the chain does not hold.
      """
  )

  @Option(help: "The configuration that names the history.", completion: .file())
  var config = "vigil.yml"

  @Option(help: "The history itself: a folder, or s3://bucket/prefix.")
  var history: String?

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let past = try await failing { () throws(Problem) in
      guard let history else {
        return try await Configuration.load(config).openHistory(environment: environment)
      }
      return History(
        in: try Place(location: history).open(mustExist: true, environment: environment)
      )
    }
    // A history that cannot be got at is not one that was altered.
    _ = try await failing { () throws(Problem) in try await past.store.read(key: Head.key) }
    let verification = try await failing(with: ExitCode(1)) { () throws(Problem) in
      guard let verification = try await past.verify() else {
        throw Problem(file: past.store.name, problem: "no run yet")
      }
      return verification
    }
    Output.print(
      "sound: \(verification.runs) runs from \(verification.first) to "
        + "\(verification.latest.moment), \(verification.snapshots) snapshots"
    )
    Output.print("latest run: SHA-256 \(verification.latest.sha256)")
  }
}
