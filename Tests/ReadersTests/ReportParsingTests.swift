import Findings
import Syntax
import Testing

@testable import Readers

@Suite struct ReportParsingTests {
  @Test func aByteOrderMarkIsNoPartOfTheText() throws {
    let report = try parse([0xEF, 0xBB, 0xBF] + Array(#"{"a": 1}"#.utf8))
    #expect(report.json?["a"].int == 1)
  }

  @Test(arguments: [false, true], [false, true])
  func utf16IsConverted(isLittle: Bool, isMarked: Bool) throws {
    let units = (isMarked ? [0xFEFF] : []) + Array(#"{"a": "é😀"}"#.utf16)
    let bytes = units.flatMap { unit in
      isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try parse(bytes).json?["a"].string == "é😀")
  }

  @Test(arguments: ["", " \n\t", "\u{FEFF}"])
  func anEmptyFileIsAnError(text: String) {
    #expect(throws: ReadError(problem: "the file is empty")) { try parse(text) }
  }

  @Test func binaryDataIsAnError() {
    #expect(problem(of: [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]) == "binary data, not a report")
    #expect(problem(of: Array("PK\u{3}\u{4}\0\0".utf8)) == "a zip archive, not a report")
  }

  @Test func anotherEncodingIsAnErrorWithItsPlace() {
    let latin = Array("[\n\"caf".utf8) + [0xE9] + Array("\"]".utf8)
    let error = #expect(throws: ReadError.self) { try parse(latin) }
    #expect(error?.place == "line 2, column 5")
    #expect(error?.problem.contains("not UTF-8") == true)
    #expect(problem(of: Array("plain caf".utf8) + [0xE9])?.contains("neither UTF-8") == true)
  }

  @Test func aTruncatedReportIsAnErrorThatSaysWhereItStopped() {
    let error = #expect(throws: ReadError.self) { try parse("{\n \"results\": [\n  {\"a\": 1},") }
    #expect(error?.place == "line 3, column 12")
    #expect(
      error?.problem
        == "the JSON is cut off: it ends inside an array that begins at line 2, column 13"
    )
  }

  @Test func aMistakeInJSONIsNamedWithItsPlace() {
    let error = #expect(throws: ReadError.self) { try parse("{\"a\": 1,\n \"b\" 2}") }
    #expect(error?.place == "line 2, column 6")
    #expect(error?.problem == "not valid JSON: expected `:` after a key")
  }

  @Test func aHundredThousandLevelsAreRefused() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(problem(of: Array(deep.utf8))?.contains("1,024 levels") == true)
    let open = String(repeating: "{\"a\":", count: 100_000)
    #expect(problem(of: Array(open.utf8)) != nil)
  }

  @Test(arguments: [
    "{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}\n", "{\"a\": 1}{\"a\": 2} {\"a\": 3}",
    "{\n\"a\": 1\n}\n{\n\"a\": 2\n}\n\n{\"a\": 3}",
  ])
  func valuesThatFollowOneAnotherAreLines(text: String) throws {
    #expect(try parse(text).lines?.map { $0["a"].int } == [1, 2, 3])
  }

  @Test func oneValueOverSeveralLinesIsNoSequence() throws {
    #expect(try parse("[{\"a\": 1}\n,\n{\"a\": 2}]").json?.elements.map { $0["a"].int } == [1, 2])
  }

  @Test func aBrokenLineIsAnErrorWithItsPlace() {
    let error = #expect(throws: ReadError.self) { try parse("{\"a\": 1}\n{\"a\": }\n") }
    #expect(error?.place == "line 2, column 7")
  }

  @Test func nullIsJSON() throws {
    #expect(try parse("null\n").json?.kind == .null)
  }

  @Test(arguments: ["Results of the scan, all of it\nnone", "<!DOCTYPE html><p>x", "a,b\n1,2"])
  func anythingElseIsText(text: String) throws {
    guard case .text(let found) = try parse(text).content else {
      Issue.record("not text")
      return
    }
    #expect(found == text)
  }

  @Test func anUnknownReportIsAnErrorThatNamesItsShape() throws {
    let report = try parse(#"{"alpha": 1, "beta": 2}"#)
    let error = #expect(throws: ReadError.self) { try reader(for: report) }
    #expect(
      error?.problem == "no reader recognises this JSON (an object with `alpha`, `beta`)"
    )
    #expect(error?.hint == "`vigil formats` lists what is read")
  }

  private func parse(_ text: String) throws(ReadError) -> Report { try parse(Array(text.utf8)) }

  private func parse(_ bytes: [UInt8]) throws(ReadError) -> Report {
    try Report(parsing: bytes, name: "report", digests: SecretDigest(key: [1]))
  }

  private func problem(of bytes: [UInt8]) -> String? {
    do {
      _ = try parse(bytes)
      return nil
    } catch {
      return error.problem
    }
  }
}
