import Findings
import Testing

@testable import Readers

/// What looks like a secret leaves no reader, whichever text of a report it stands in.
@Suite struct PlantedSecretTests {
  private static let secrets = [
    "bluewhalesings", "ghp_" + String(repeating: "a7Kd", count: 9), "qhhFx31vNzt2", "Zk81vvTq07rW",
  ]
  private static let phrase =
    "password=\(secrets[0]) \(secrets[1]) https://joe:\(secrets[2])@a.example/?token=\(secrets[3])"

  /// Names that have spaces in them: of what was scanned, not of what was found there.
  private static let names = [
    "junit": ["testsuite.name", "testcase.name"], "trivy": ["Target"],
  ]

  @Test(arguments: readers.map { $0.format.name })
  func aSecretInAnyTextIsMasked(format: String) throws {
    var count = 0
    for sample in try #require(try Sample.all.get()[format]) {
      var index = 0
      while let (path, bytes) = sample.planting(Self.phrase, at: index) {
        index += 1
        let place = path.joined(separator: ".")
        let isName = Self.names[format]?.contains { place.hasSuffix($0) } ?? false
        let text = transcript(of: try sample.reading(bytes))
        let leaks = Self.secrets.filter { text.contains($0.prefix(9)) }
        #expect(leaks.isEmpty || isName, "\(sample.fixture): \(place)")
      }
      count += index
    }
    // SSL Labs writes numbers and names alone.
    #expect(count > 0 || format == "ssl-labs", "no report has a text")
  }
}

extension Sample {
  /// The report with a phrase behind one of its texts, and the way to that; nil behind the last.
  ///
  /// A text has white space in it or an equals sign; what has neither is a name or a number.
  fileprivate func planting(_ phrase: String, at target: Int) -> ([String], [UInt8])? {
    var index = 0
    var place: [String]?
    let changed = text.rewritten(
      by: ReportTree.Rewriting(leaf: { path, text, isLiteral in
        if isLiteral || !text.contains(where: { " \n=".contains($0) }) { return text }
        defer { index += 1 }
        guard index == target else { return text }
        place = path
        return text + " " + phrase
      })
    )
    return place.map { ($0, changed.bytes) }
  }

  fileprivate func reading(_ bytes: [UInt8]) throws -> Result<Reading, ReadError> {
    let name = try fixture.file().name
    return Result { () throws(ReadError) in
      try Readers.read(Report(parsing: bytes, name: name, digests: Fixture.digests))
    }
  }
}
