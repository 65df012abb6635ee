import Compression
import Foundation
import Syntax
import TestSupport
import Testing

/// No secret that a report holds gets out, whatever is done with the report.
@Suite struct SecretTests {
  private let workspace: Workspace
  private let secrets: SecretReports
  private let traces: [String: String]
  private let environment: [String: String]

  init() throws {
    workspace = try Workspace(
      configuration: """
        artifacts:
          from: artifacts
        history:
          at: history
        secrets:
          key_variable: VIGIL_SECRET_KEY

        """
    )
    var reports = SecretReports()
    environment = [
      "VIGIL_SECRET_KEY": reports.secrets.key(), "AWS_SECRET_ACCESS_KEY": reports.secrets.key(),
    ]
    secrets = reports
    traces = reports.secrets.traces
  }

  private func expectNothing(
    in bytes: [UInt8],
    _ place: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let leaks = MarkedSecrets.leaks(traces, in: bytes)
    #expect(
      leaks.isEmpty,
      "\(place): \(leaks.count): \(leaks.prefix(3))",
      sourceLocation: sourceLocation
    )
  }

  private func expectNothing(in run: Program.Run, _ place: String) {
    expectNothing(in: run.output, "\(place), output")
    expectNothing(in: run.errors, "\(place), errors")
    expectHarmless(run)
  }

  private func expectNothingInFiles(_ place: String) throws {
    for folder in ["history", "public"] {
      for (file, bytes) in try workspace.files(in: folder) {
        let isPacked = file.hasSuffix(".zst")
        let plain = isPacked ? try Zstandard.unpack(bytes, limit: 1 << 30) : bytes
        expectNothing(in: plain, "\(place), \(folder)/\(file)")
      }
    }
  }

  @Test func theSearchFindsASecretItsHalvesAndItsEncodings() throws {
    var marked = MarkedSecrets()
    let key = marked.key()
    let base64 = marked.base64()
    let traces = marked.traces
    let encoded = [" \(key)", "a\(key)", "ab\(key)", "abc\(key)x"].map { $0.base64 }
    let percent = base64.replacing("+", with: "%2B").replacing("/", with: "%2F")
    for text in [key, "x\(key.prefix(20))", "\(key.suffix(20))y", percent] + encoded {
      #expect(!MarkedSecrets.leaks(traces, in: Array("{\"\(text)\"}".utf8)).isEmpty, "\(text)")
    }
    #expect(MarkedSecrets.leaks(traces, in: Array("nothing to see here".utf8)).isEmpty)
  }

  @Test func noSecretGetsOutOfAnyReport() throws {
    for (key, text) in secrets.reports { try workspace.put(text, at: key) }
    let first = try workspace.run(night: 1, "--verbose", environment: environment)
    #expect(first.code == 2)
    expectNothing(in: first, "first night")
    try expectNothingInFiles("first night")
    let found = try workspace.report()["findings"].elements.count { _ in true }
    #expect(found == 156)
    let readers = try workspace.report()["scans"].elements.compactMap { $0["reader"].string }
    #expect(Set(readers).count == 43 && readers.count == secrets.reports.count)

    for command in [["inspect"], ["inspect", "--format", "json"]] {
      for (key, _) in secrets.reports {
        let run = try Program(command + ["artifacts/\(key)"], in: workspace.folder.path).wait()
        #expect(run.output.count > 100)
        expectNothing(in: run, "\(command) \(key)")
      }
    }
    for id in try workspace.report()["findings"].elements.compactMap({ $0["id"].string }) {
      let run = try workspace.vigil("explain", id, environment: environment)
      #expect(run.code == 0)
      expectNothing(in: run, "explain \(id)")
    }
    let report = try workspace.vigil("report", "artifacts", "--output", "out")
    expectNothing(in: report, "report")
    for (file, bytes) in try workspace.files(in: "out") { expectNothing(in: bytes, "out/\(file)") }
  }

  @Test func noSecretGetsOutOfTheTextsOfAnyFormat() throws {
    let planted = try PlantedReports()
    let traces = planted.secrets.traces
    for (key, text) in planted.reports { try workspace.put(text, at: key) }
    let run = try workspace.run(night: 1, "--verbose", environment: environment)
    var outputs = [("output", run.output), ("errors", run.errors)]
    for options in [["inspect", "artifacts"], ["inspect", "--format", "json", "artifacts"]] {
      let inspected = try Program(options, in: workspace.folder.path).wait()
      outputs += [
        ("\(options), output", inspected.output), ("\(options), errors", inspected.errors),
      ]
    }
    for folder in ["history", "public"] {
      for (file, bytes) in try workspace.files(in: folder) {
        let isPacked = file.hasSuffix(".zst")
        outputs.append((file, isPacked ? try Zstandard.unpack(bytes, limit: 1 << 30) : bytes))
      }
    }
    for (place, bytes) in outputs {
      let leaks = MarkedSecrets.leaks(traces, in: bytes)
      #expect(leaks.isEmpty, "\(place): \(leaks.count): \(leaks.prefix(2))")
    }
    let scans = Array(try workspace.report()["scans"].elements)
    let silent = scans.filter { ($0["findings"].int ?? 0) == 0 }.compactMap { $0["reader"].string }
    #expect(silent == [])
    let readers = Set(scans.compactMap { $0["reader"].string })
    let unread = planted.reports.map(\.key).filter { key in
      !readers.contains { key.hasPrefix("shop/mixed/\($0)/") }
    }
    #expect(unread == [])
  }

  @Test func noSecretGetsOutOfABrokenReport() throws {
    for (key, text) in secrets.reports { try workspace.put(text, at: key) }
    #expect(try workspace.run(night: 1, environment: environment).code == 2)
    for (night, damage) in Damage.all.enumerated() {
      for (key, text) in secrets.reports {
        try workspace.put(damage.body(text), at: key, night: night + 1)
      }
      let run = try workspace.run(night: night + 2, "--verbose", environment: environment)
      #expect(run.code == 2)
      #expect(run.errorLines.count >= secrets.reports.count / 3)
      expectNothing(in: run, damage.name)
      try expectNothingInFiles(damage.name)
      let inspected = try workspace.vigil("inspect", "artifacts")
      expectNothing(in: inspected, "inspect, \(damage.name)")
    }
    let days = [1, 2].map { String(Workspace.moment($0).prefix(10)) }
    let difference = try workspace.vigil("diff", "--history", "history", days[0], days[1])
    #expect(!difference.output.isEmpty)
    expectNothing(in: difference, "diff")
  }

  @Test func aValueOfTheWrongTypeIsNamedAndItsNeighboursAreRead() throws {
    try workspace.folder.write(
      """
      artifacts:
        from: artifacts
        layout: "{project}/{category}/{scanner}/{target}/{file}"
      history:
        at: history
      """,
      to: "vigil.yml"
    )
    var count = 0
    for (key, text) in secrets.reports where key.hasSuffix(".json") || key.hasSuffix(".sarif") {
      let parts = key.split(separator: "/")
      let place = parts.dropLast().joined(separator: "/")
      for (number, copy) in WrongTypes.copies(of: text, stride: 3).enumerated() {
        try workspace.put(copy, at: "\(place)/\(number)/\(parts.last ?? "")")
        count += 1
      }
    }
    #expect(count > 400)
    let run = try workspace.run(night: 1, "--verbose")
    #expect(run.code == 2 && run.outputLines.count == 1)
    expectNothing(in: run, "wrong types")
    try expectNothingInFiles("wrong types")
    let lines = run.errorLines.filter { $0.hasPrefix("artifacts/") }
    #expect(lines.count > 100)
    let scans = Array(try workspace.report()["scans"].elements)
    #expect(scans.count == count)
    // No copy makes a sound scan of nothing.
    let empty = scans.filter { $0["outcome"].string == "complete" && $0["findings"].int == 0 }
    #expect(empty.compactMap { $0["artifact"].string }.sorted() == [])
    #expect(try workspace.vigil("verify").code == 0)
  }

  /// A way in which reports are broken.
  private struct Damage: Sendable {
    let name: String
    let body: @Sendable (String) -> String

    static let all = [
      Damage(name: "cut off") { String($0.prefix($0.count * 3 / 4)) },
      Damage(name: "texts for numbers") {
        $0.replacing(/:\s?[0-9]+/, with: ":\"api_key\"").replacing("[]", with: "7")
      },
      Damage(name: "numbers for texts") {
        $0.replacing("\"High\"", with: "7").replacing("\"file\":\"", with: "\"file\":7,\"was\":\"")
          .replacing("\"uri\":\"", with: "\"uri\":{},\"was\":\"")
      },
      Damage(name: "names and values exchanged") {
        $0.replacing(/"([^"\\]+)":"([^"\\]+)"/) { "\"\($0.output.2)\":\"\($0.output.1)\"" }
      },
      Damage(name: "a quotation mark lost") { text in
        guard let end = text.lastIndex(of: "\"") else { return text }
        return text.replacingCharacters(at: end, with: "")
      },
      Damage(name: "no format at all") { text in
        text.filter { !"{}[]<>\"".contains($0) }
      },
    ]
  }
}

extension String {
  fileprivate var base64: String { Data(utf8).base64EncodedString() }

  fileprivate func replacingCharacters(at index: Index, with text: String) -> String {
    self[..<index] + text + self[self.index(after: index)...]
  }
}
