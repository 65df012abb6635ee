import Findings
import Foundation
import Testing

@testable import Readers

/// One report in `Fixtures/<format>/<case>/` and the transcript it must give.
struct Fixture: CustomTestStringConvertible, Sendable {
  var format: String
  var name: String

  var testDescription: String { "\(format)/\(name)" }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  static let all: [Fixture] = folders(in: root).flatMap { format in
    folders(in: root.appending(path: format)).map { Fixture(format: format, name: $0) }
  }

  static let digests = SecretDigest(key: Array("fixtures".utf8))

  private static func folders(in url: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private var folder: URL { Self.root.appending(path: "\(format)/\(name)") }

  /// The report's file: the one that is not the expectation.
  func file() throws -> (name: String, bytes: [UInt8]) {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let name = try #require(names.first { !$0.hasPrefix(".") && $0 != "expected.txt" })
    return (name, [UInt8](try Data(contentsOf: folder.appending(path: name))))
  }

  func report() throws -> Report {
    let (name, bytes) = try file()
    return try Report(parsing: bytes, name: name, digests: Self.digests)
  }

  /// Compares with `expected.txt`, or rewrites it if `UPDATE_EXPECTED=1`.
  func expect(_ transcript: String) throws {
    let file = folder.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      try Data(transcript.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == transcript)
  }
}
