import Findings
import Testing

@testable import Readers

/// Mapped reports damaged in every way: never a crash, never an empty success out of findings.
@Suite struct MappingGuardTests {
  private static let json = """
    {"tool": "acme", "error": {"message": ""}, "files": [{"name": "a.c", "issues": [{"check": \
    {"id": "A1", "name": "n"}, "level": "P1", "text": "t", "line": 1, "tags": ["CWE-1"], \
    "links": ["https://example.com/a"], "cvss": 5, "state": "open"}]}]}
    """
  private static let lines = """
    {"advisory": "CVE-2026-0001", "purl": "pkg:npm/a@1", "fix": "2", "manifest": "p.json"}
    {"kind": "summary"}

    """
  private static let xml = """
    <scan><results><group name="g"><issue id="X1"><summary>s</summary></issue></group></results></scan>
    """
  private static let csv = "Check,Account ID,Resource\nC1,123,bucket/a\n"

  private func reading(_ bytes: [UInt8]) throws -> Reading {
    let report = try Report(parsing: bytes, name: "report.dat", digests: Fixture.digests)
    let mappings = [
      try SampleMapping.json(), try SampleMapping.lines(), try SampleMapping.xml(),
      try SampleMapping.csv(),
    ]
    return try interpreter(for: report, mappings: mappings).read(report)
  }

  private func isHonest(_ bytes: [UInt8]) -> Bool {
    guard let damaged = try? reading(bytes) else { return true }
    return damaged.outcome != .complete || !damaged.findings.isEmpty
  }

  @Test(arguments: [json, lines, xml])
  func aTruncatedReportNeverLooksClean(text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try reading(bytes).findings.count == 1)
    for length in 0..<bytes.count {
      #expect(isHonest(Array(bytes.prefix(length))), "cut at \(length) bytes")
    }
  }

  /// A table cut off behind its header is a table without rows; anywhere else it shows.
  @Test func aTruncatedTableNeverLooksCleanInsideALine() throws {
    let bytes = Array(Self.csv.utf8)
    #expect(try reading(bytes).findings.count == 1)
    let header = try #require(bytes.firstIndex(of: UInt8(ascii: "\n"))) + 1
    for length in 0..<bytes.count where length != header {
      #expect(isHonest(Array(bytes.prefix(length))), "cut at \(length) bytes")
    }
  }

  @Test(arguments: [json, lines])
  func aValueOfTheWrongTypeNeverLooksClean(text: String) throws {
    let report = try Report(
      parsing: Array(text.utf8),
      name: "report.dat",
      digests: Fixture.digests
    )
    let values = try #require(report.json.map { [$0] } ?? report.lines)
    var index = 0
    while let mutants = Mutation.mutants(of: values, at: index) {
      for mutant in mutants { #expect(isHonest(Array(mutant.text.utf8)), "\(mutant.change)") }
      index += 1
    }
    #expect(index > 5)
  }
}
