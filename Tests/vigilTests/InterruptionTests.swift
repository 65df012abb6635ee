import Findings
import Foundation
import Glibc
import Hashing
import Pipeline
import Services
import Syntax
import TestSupport
import Testing

/// Runs that meet other runs, and runs that are killed: the history stays sound and loses nothing.
@Suite struct InterruptionTests {
  /// Where the history lies.
  enum Place: String, CaseIterable, Sendable {
    case folder
    case bucket

    static var present: [Place] { ObjectServer.isPresent ? allCases : [.folder] }
  }

  private static let environment = ObjectServer.owner.environment

  private func workspace(_ place: Place) async throws -> Workspace {
    guard place == .bucket else { return try Workspace() }
    let server = try await ObjectServer.shared
    return try Workspace(
      configuration: """
        artifacts:
          from: artifacts
        history:
          at: s3://history/\(UUID().uuidString)
          endpoint: \(server.endpoint)

        """
    )
  }

  private func start(_ workspace: Workspace, _ options: String...) throws -> Program {
    try Program(
      ["run"] + options,
      in: workspace.folder.path,
      environment: Self.environment
    )
  }

  private func verify(_ workspace: Workspace) throws -> Program.Run {
    try workspace.vigil("verify", environment: Self.environment)
  }

  @Test(arguments: Place.present)
  func twoRunsAtOnceAreBothKept(place: Place) async throws {
    let workspace = try await workspace(place)
    for number in 0..<12 {
      try workspace.put(Sample.semgrep(["a", "b"]), at: "p\(number)/sast/semgrep/report.json")
    }
    for round in 1...4 {
      let both = [
        try start(workspace), try start(workspace),
      ]
      for run in try both.map({ try $0.wait() }) {
        #expect(run.code == 0 && run.errors.isEmpty, "\(run.errorLines)")
      }
      let verified = try verify(workspace)
      #expect(verified.code == 0)
      #expect(verified.outputLines.first?.hasPrefix("sound: \(2 * round) runs") == true)
      try expectWholePages(workspace)
      try workspace.put(Sample.semgrep(["a"]), at: "p\(round)/sast/semgrep/report.json", night: 1)
    }
  }

  @Test(arguments: Place.present)
  func killedRunsLoseNothing(place: Place) async throws {
    let workspace = try await workspace(place)
    for number in 0..<20 {
      try workspace.put(Sample.semgrep(["a", "b"]), at: "p\(number)/sast/semgrep/report.json")
    }
    let first = try start(workspace, "--now", Workspace.moment(1)).wait()
    #expect(first.code == 0)
    let ids = try known(workspace)
    var runs = 1
    for night in 2..<22 {
      // Something to save each time, and a moment to die that moves on through the run.
      try workspace.put(
        Sample.semgrep(["a", "b", "n\(night)"]),
        at: "p\(night - 2)/sast/semgrep/report.json",
        night: night
      )
      let run = try start(workspace, "--now", Workspace.moment(night))
      usleep(UInt32(night) * 12_000)
      run.kill()
      _ = try run.wait()
      let verified = try verify(workspace)
      #expect(verified.code == 0, "\(verified.errorLines)")
      let words = verified.outputLines.first?.split(separator: " ") ?? []
      let now = words.count > 1 ? Int(words[1]) ?? 0 : 0
      #expect(now == runs || now == runs + 1)
      runs = now
    }
    let last = try start(workspace, "--now", Workspace.moment(30)).wait()
    #expect(last.code == 0 && last.errors.isEmpty, "\(last.errorLines)")
    #expect(try verify(workspace).outputLines.first?.hasPrefix("sound: \(runs + 1) runs") == true)
    #expect(try workspace.openRules().count == 60)
    try expectWholePages(workspace)
    let after = try known(workspace)
    for (id, since) in ids { #expect(after[id] == since) }
  }

  @Test func aFirstRunThatWasKilledLeavesPagesThatTheNextOverwrites() throws {
    for moment in stride(from: 40, to: 400, by: 40) {
      let workspace = try Workspace()
      for number in 0..<20 {
        try workspace.put(Sample.semgrep(["a", "b"]), at: "p\(number)/sast/semgrep/report.json")
      }
      let run = try start(workspace)
      usleep(UInt32(moment) * 1000)
      run.kill()
      _ = try run.wait()
      let next = try start(workspace).wait()
      #expect(next.code == 0 && next.errors.isEmpty, "\(next.errorLines)")
      try expectWholePages(workspace)
    }
  }

  @Test func pagesThatAreNotOursAreLeftAlone() throws {
    let workspace = try Workspace()
    try workspace.folder.write("<p>Somebody's", to: "public/index.html")
    try workspace.put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/report.json")
    let run = try workspace.run(night: 1)
    #expect(run.code == 2 && run.errorLines.count == 1)
    #expect(run.errorLines[0].hasPrefix("public/index.html: is not Vigil's"))
    #expect(try workspace.files(in: "public").count == 1)
    #expect(try workspace.vigil("verify").code == 0)
  }

  /// Expects the pages to be those that the list of digests names.
  private func expectWholePages(_ workspace: Workspace) throws {
    var files = try workspace.files(in: "public")
    let list = String(decoding: files.removeValue(forKey: "SHA256SUMS") ?? [], as: UTF8.self)
    let lines = files.map { "\(SHA256.hash($0.value).hexadecimal)  \($0.key)" }
    #expect(
      list.split(separator: "\n").map(String.init)
        == lines.sorted { $0.dropFirst(66) < $1.dropFirst(66) }
    )
  }

  /// When each finding was first seen.
  private func known(_ workspace: Workspace) throws -> [String: String] {
    var known: [String: String] = [:]
    for finding in try workspace.report()["findings"].elements {
      known[finding["id"].string ?? ""] = finding["firstSeen"].string
    }
    return known
  }
}
