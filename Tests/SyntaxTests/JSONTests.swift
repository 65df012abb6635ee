import Testing

@testable import Syntax

@Suite struct JSONTests {
  @Test func ofVeryManyErrorsOnlyTheFirstAreLocated() throws {
    let list = "[" + [String](repeating: "1", count: 2_000).joined(separator: ",") + "]"
    let root = try JSONDocument(parsing: Array(list.utf8)).root
    let places = root.elements.map { $0.error("no").place }
    let located = (0..<1_000).map { "[\($0)]" }
    let isNamed = Array(places.prefix(1_000)) == located
    let isBare = places.dropFirst(1_000).allSatisfy(\.isEmpty)
    #expect(isNamed && isBare && places.count == 2_000)
  }

  private func parse(_ text: String) throws(SyntaxError) -> JSON {
    try JSONDocument(parsing: Array(text.utf8)).root
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    do throws(SyntaxError) {
      _ = try JSONDocument(parsing: bytes)
      return nil
    } catch {
      return error.problem
    }
  }

  @Test func valuesAreFoundByKeyAndIndex() throws {
    let root = try parse(#"{"a": [1, {"b": "x"}, null], "c": true, "d": 1.5, "e": {}, "a": 2}"#)
    #expect(root["a"][0].int == 1)
    #expect(root["a"][1]["b"].string == "x")
    #expect(root["a"][1]["b"].equals("x"))
    #expect(!root["a"][1]["b"].equals("xy"))
    #expect(root["c"].bool == true)
    #expect(root["d"].double == 1.5)
    #expect(root[member: "d"].double == 1.5)
    #expect(root[member: ""].kind == .missing)
    #expect(root["e"].isObject)
    #expect(root.members.map(\.key) == ["a", "c", "d", "e", "a"])
    #expect(root["a"].elements.map(\.kind) == [.number, .object, .null])
  }

  @Test func whatIsMissingHasNothing() throws {
    let root = try parse(#"{"a": null, "b": []}"#)
    for absent in [root["x"], root["x"]["y"][3]["z"], root["b"][0], root["b"]["x"]] {
      #expect(absent.kind == .missing)
      #expect(!absent.exists)
      #expect(absent.string == nil)
      #expect(absent.text == nil)
      #expect(absent.int == nil)
      #expect(absent.double == nil)
      #expect(absent.bool == nil)
      #expect(Array(absent.elements).isEmpty)
      #expect(Array(absent.members).isEmpty)
    }
    #expect(root["a"].kind == .null)
    #expect(!root["a"].exists)
  }

  @Test func numbersInStringsAndTextsInNumbersAreUnderstood() throws {
    let root = try parse(#"{"a": "12", "b": 12, "c": 12.0, "d": "x", "e": true, "f": ""}"#)
    #expect(root["a"].int == 12)
    #expect(root["a"].double == 12)
    #expect(root["b"].text == "12")
    #expect(root["c"].int == 12)
    #expect(root["d"].int == nil)
    #expect(root["e"].text == "true")
    #expect(root["f"].nonEmpty == nil)
    #expect(root["f"].string?.isEmpty == true)
  }

  @Test func bigIntegersAreNeverWrong() throws {
    let root = try parse(
      """
      [9223372036854775807, -9223372036854775808, 9223372036854775808, 18446744073709551615, 1e3,
      1.5, 1e300]
      """
    )
    #expect(root[0].int == Int.max)
    #expect(root[1].int == Int.min)
    #expect(root[2].int == nil)
    #expect(root[3].int == nil)
    #expect(root[3].double == 0x1p64)
    #expect(root[4].int == 1000)
    #expect(root[5].int == nil)
    #expect(root[6].int == nil)
    #expect(try parse("123456789012345678901234567890").int == nil)
  }

  @Test func aWrongTypeIsNamedWithItsPlace() throws {
    let root = try parse(#"{"runs": [{}, {"results": [{"line": "x", "rule": 5, "tags": {}}]}]}"#)
    let result = root["runs"][1]["results"][0]
    #expect(result.place == "runs[1].results[0]")
    #expect(
      throws: SyntaxError(
        place: "runs[1].results[0].line",
        problem: "expected a number, found a string"
      )
    ) { try result.optionalInt("line") }
    #expect(
      throws: SyntaxError(
        place: "runs[1].results[0].rule",
        problem: "expected a string, found a number"
      )
    ) { try result.requiredString("rule") }
    #expect(
      throws: SyntaxError(
        place: "runs[1].results[0].name",
        problem: "expected a string, found nothing"
      )
    ) { try result.requiredString("name") }
    #expect(
      throws: SyntaxError(
        place: "runs[1].results[0].tags",
        problem: "expected an array, found an object"
      )
    ) { try result.optionalArray("tags") }
    #expect(
      throws: SyntaxError(place: "top level", problem: "expected an array, found an object")
    ) { try root.asArray() }
    #expect(throws: SyntaxError(place: "x", problem: "expected an object, found nothing")) {
      try root.requiredObject("x")
    }
  }

  @Test func optionalMembersMayBeMissingOrNull() throws {
    let root = try parse(#"{"a": null}"#)
    #expect(try root.optionalString("a") == nil)
    #expect(try root.optionalString("b") == nil)
    #expect(try root.optionalInt("a") == nil)
    #expect(try !root.optionalArray("a").exists)
    #expect(try !root.optionalObject("b").exists)
  }

  @Test func depthIsBounded() throws {
    let shallow = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
    #expect(try parse(shallow).isArray)
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(
      problem(Array(deep.utf8)) == "not readable as JSON: nested more than 1,024 levels deep"
    )
  }

  @Test func invalidTextIsRefused() {
    #expect(problem([]) == "the file is empty")
    #expect(problem(Array("  \n ".utf8)) == "the file is empty")
    #expect(
      problem([0x22, 0xFF, 0x22]) == "not readable as JSON: the text is not UTF-8"
    )
    for text in [
      #"{"a": 1"#, "[1,]", "{'a': 1}", "[NaN]", "[1] [2]", "[\"\u{1}\"]", #"["\ud800"]"#,
    ] {
      #expect(problem(Array(text.utf8)) != nil, "\(text)")
    }
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    #expect(try parse("\u{FEFF}[1]")[0].int == 1)
  }

  @Test func escapesAreDecoded() throws {
    let root = try parse(#"["\u0041\n\"\ud83d\ude00", "\u0000x"]"#)
    #expect(root[0].string == "A\n\"😀")
    #expect(root[1].string == "\0x")
  }

  @Test func integersOfMoreThan64BitsAreTexts() throws {
    let modulus = "24492660100626679905549940109758101886765610555498019561237351176074546942126705"
    let root = try parse(
      #"{"n": \#(modulus), "m": -\#(modulus), "e": 65537, "s": "a\": \#(modulus)"}"#
    )
    #expect(root["n"].string == modulus)
    #expect(root["n"].text == modulus)
    #expect(root["m"].string == "-\(modulus)")
    #expect(root["e"].int == 65537)
    #expect(root["s"].string == "a\": \(modulus)")
    #expect(try parse("[18446744073709551615, -9223372036854775808]")[1].int == .min)
  }
}
