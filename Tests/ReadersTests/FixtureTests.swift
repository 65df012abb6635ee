import Findings
import Foundation
import Testing

@testable import Readers

/// Every reader against every report in `Fixtures`; `UPDATE_EXPECTED=1` rewrites the expectations.
@Suite struct FixtureTests {
  @Test(arguments: Fixture.all)
  func theTranscriptIsTheExpectedOne(fixture: Fixture) throws {
    let report = try fixture.report()
    try fixture.expect(transcript(of: Result { () throws(ReadError) in try read(report) }))
  }

  @Test(arguments: Fixture.all)
  func exactlyOneReaderRecognisesEachReport(fixture: Fixture) throws {
    let report = try fixture.report()
    #expect(readers.filter { $0.recognises(report) }.map { $0.format.name } == [fixture.format])
  }

  /// The fixtures' secrets are all made of these words.
  @Test(arguments: Fixture.all)
  func noSecretValueLeavesAReader(fixture: Fixture) throws {
    let report = try fixture.report()
    let text = transcript(of: Result { () throws(ReadError) in try read(report) })
    for word in ["fixture-secret", "fixture-value", "hunter2", "swordfish"] {
      #expect(!text.contains(word))
    }
  }

  @Test(arguments: readers.map { $0.format.name })
  func everyReaderHasTheUsualCases(format: String) {
    let cases = Set(Fixture.all.filter { $0.format == format }.map { $0.name })
    #expect(cases.isSuperset(of: ["no-findings", "typical", "malformed-entry"]))
  }

  @Test func everyFormatIsRegisteredInOrder() throws {
    let folder = Fixture.root.appending(path: "../../../Sources/Readers/Formats").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let types = files.filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }.sorted()
    #expect(readers.map { "\($0)" } == types)
  }

  @Test func everyFixtureFolderBelongsToAReader() {
    let formats = Set(readers.map { $0.format.name })
    #expect(Set(Fixture.all.map { $0.format }).subtracting(formats).isEmpty)
  }
}
