import Findings
import Foundation
import Pipeline
import Services
import Syntax
import TestSupport
import Testing

/// The nightly run with artifacts and history in a real S3 server.
@Suite(.enabled(if: ObjectServer.isPresent, "no SeaweedFS: run `make test` once"))
struct BucketTests {
  private let workspace: Workspace
  private let artifacts: S3Store

  init() async throws {
    let server = try await ObjectServer.shared
    let prefix = "n\u{E4}chtlich a+b=c/\(UUID().uuidString)"
    artifacts = try server.store("s3://artifacts/\(prefix)")
    let access = "endpoint: \(server.endpoint)\n  region: eu-central-1\n  path_style: true"
    workspace = try Workspace(
      configuration: """
        artifacts:
          from: s3://artifacts/\(prefix)
          \(access)
        history:
          at: s3://history/\(prefix)
          \(access)

        """
    )
  }

  private func put(_ text: String, at key: String) async throws {
    let version = try await artifacts.read(key: key)?.version
    let isWritten = try await artifacts.replace(
      key: key,
      bytes: Array(text.utf8),
      ifVersion: version
    )
    try #require(isWritten)
  }

  private func run(
    night: Int,
    as key: ObjectServer.Key = ObjectServer.owner
  ) throws -> Program.Run {
    try workspace.run(night: night, environment: key.environment)
  }

  private func verify() throws -> Program.Run {
    try workspace.vigil("verify", environment: ObjectServer.owner.environment)
  }

  @Test func nightsInABucketTellTheirStory() async throws {
    let key = "shop/sast/semgrep/r\u{E9}sultat 1+2.json"
    try await put(Sample.semgrep(["a", "b"]), at: key)
    try await put(Sample.sarif(["c"]), at: "api/sast/acme/a.sarif")
    let first = try run(night: 1)
    #expect(first.code == 0 && first.errors.isEmpty)
    #expect(try workspace.openRules() == ["a", "b", "c"])
    try await put(Sample.semgrep(["b", "d"]), at: key)
    let second = try run(night: 2)
    #expect(second.code == 0)
    #expect(second.outputLines[0].contains("3 open, 1 new, 1 fixed"))
    try await put("{", at: key)
    let third = try run(night: 3)
    #expect(third.code == 2 && third.errorLines.count == 1)
    #expect(third.errorLines[0].hasPrefix("\(artifacts.name)/\(key): "))
    #expect(try workspace.openRules() == ["c"])
    let verified = try verify()
    #expect(verified.code == 0 && verified.outputLines[0].hasPrefix("sound: 3 runs"))
    let stranger = ObjectServer.Key(access: "AKIANOBODY", secret: "x")
    let refused = try workspace.vigil("verify", environment: stranger.environment)
    #expect(refused.code == 2 && refused.output.isEmpty && refused.errorLines.count == 1)
  }

  @Test func whatIsUnchangedIsNotFetchedAgain() async throws {
    for number in 0..<30 {
      try await put(Sample.semgrep(["a\(number)"]), at: "p\(number)/sast/semgrep/report.json")
    }
    #expect(try run(night: 1).code == 0)
    // Whoever may only list cannot fetch: it is the server that says whether there was a try.
    let second = try run(night: 2, as: ObjectServer.lister)
    #expect(second.code == 0 && second.errors.isEmpty)
    #expect(second.outputLines[0].contains("30 open"))
    try await put(Sample.semgrep(["b"]), at: "p7/sast/semgrep/report.json")
    let third = try run(night: 3, as: ObjectServer.lister)
    #expect(third.code == 2 && third.errorLines.count == 1)
    #expect(third.errorLines[0].hasPrefix("\(artifacts.name)/p7/sast/semgrep/report.json: "))
    #expect(third.errorLines[0].contains("access denied"))
    #expect(try run(night: 4).code == 0)
    #expect(try workspace.openRules().count == 30)
    #expect(try verify().outputLines[0].hasPrefix("sound: 4 runs"))
  }

  @Test func aKeyOf4000CharactersHasALineAndHarmsNothing() async throws {
    try await put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/report.json")
    let name = String(repeating: "n", count: 225)
    let long = "\(name)/\(name)/\(name)/\(name).json"
    try await put(Sample.semgrep(["b"]), at: long)
    try await put("{", at: "x/\(long)")
    let run = try run(night: 1)
    #expect(run.code == 2 && run.errorLines.count == 1)
    #expect(run.errorLines.allSatisfy { $0.utf8.count < 2_100 })
    expectHarmless(run)
    #expect(try workspace.openRules() == ["a", "b"])
    #expect(try verify().code == 0)
  }

  @Test func wrongCredentialsAreOneLineWithoutThem() async throws {
    let secret = "a-secret-of-somebody-else"
    for (key, words) in [
      (ObjectServer.Key(access: ObjectServer.owner.access, secret: secret), "does not match"),
      (ObjectServer.Key(access: "AKIANOBODY", secret: secret), "is not known"),
    ] {
      let run = try run(night: 1, as: key)
      #expect(run.code == 2 && run.output.isEmpty && run.errorLines.count == 1)
      #expect(run.errorLines.first?.contains(words) == true, "\(run.errorLines)")
      #expect(run.errorLines.first?.contains(secret) == false)
      #expect(throws: (any Error).self) { try workspace.files(in: "public") }
    }
    let none = try workspace.run(night: 1, environment: ["AWS_EC2_METADATA_DISABLED": "true"])
    #expect(none.code == 2 && none.output.isEmpty && none.errorLines.count == 1)
  }
}
