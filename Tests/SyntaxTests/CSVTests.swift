import Testing

@testable import Syntax

@Suite struct CSVTests {
  private func parse(_ text: String) throws(SyntaxError) -> CSVTable {
    try CSVTable(parsing: Array(text.utf8))
  }

  @Test func fieldsAreFoundByTheirColumn() throws {
    let table = try parse("\u{FEFF}ID,Name ,Note\r\n1,one,\r\n2,\"two, \"\"2\"\"\",x\r\n")
    #expect(table.header == ["ID", "Name", "Note"])
    let rows = try table.rows.map { try $0.get() }
    #expect(rows.map { $0["Name"] } == ["one", "two, \"2\""])
    #expect(rows[0]["Note"] == nil)
    #expect(rows[0]["Nothing"] == nil)
    #expect(table.has("Note"))
    #expect(!table.has("Nothing"))
  }

  @Test func aTableIsFoundBelowOtherLines() throws {
    let table = try parse("Report,1 Feb,2\nAcme,Street,Town\nID,Name,Note\n1,one,x\n")
    let below = try #require(table.headed(by: "Name"))
    #expect(try below.rows.map { try $0.get()["Name"] } == ["one"])
    #expect(below.rows.map { try? $0.get().line } == [4])
    #expect(table.headed(by: "Nothing") == nil)
    #expect(table.headed(by: "1 Feb")?.header == ["Report", "1 Feb", "2"])
  }

  @Test func blankRowsAreNoneAndShortOnesAreErrors() throws {
    let rows = try parse("a,b,c\n,,\n1,2,3\n,\n,,\n").rows.map { try? $0.get()["a"] }
    #expect(rows == ["1", nil])
  }

  @Test(arguments: ["a,b;c,d\n1,2;3,4", "a;b,c;d\n1;2,3;4", "a\tb,c\td\n1\t2,3\t4"])
  func theHeaderTellsTheDelimiter(_ text: String) throws {
    let table = try parse(text)
    #expect(table.header.count == 3)
    #expect(try table.rows.map { try $0.get()["a"] } == ["1"])
  }

  @Test func delimitersInQuotedHeadersDoNotCount() throws {
    #expect(try parse("\"a,b,c\";d\n1;2").header == ["a,b,c", "d"])
  }

  @Test func quotedFieldsMaySpanLinesAndRowsKnowTheirs() throws {
    let table = try parse("a,b\n\"1\n2\r\n3\",x\n\ny,z\n")
    let rows = try table.rows.map { try $0.get() }
    #expect(rows.map { $0["a"] } == ["1\n2\r\n3", "y"])
    #expect(rows.map(\.place) == ["line 2", "line 6"])
  }

  @Test func aRaggedRowIsAnErrorOfItsOwn() throws {
    let rows = try parse("a,b\n1,2\n3\n4,5,6\n7,8\n").rows.map { $0 }
    #expect(try rows[0].get()["a"] == "1")
    #expect(
      throws: SyntaxError(
        place: "line 3",
        problem: "expected 2 fields as in the header, found 1"
      )
    ) { try rows[1].get() }
    #expect(throws: SyntaxError.self) { try rows[2].get() }
    #expect(try rows[3].get()["b"] == "8")
  }

  @Test func whatIsRequiredIsNamedWhenMissing() throws {
    let row = try #require(parse("a,b\n1,\n").rows.map { $0 }.first).get()
    #expect(try row.required("a") == "1")
    #expect(throws: SyntaxError(place: "line 2", problem: "expected text in b, found none")) {
      try row.required("b")
    }
  }

  @Test func quotesInsidePlainFieldsAreKept() throws {
    let row = try #require(parse("a,b\n5\" disk,\"x\"y\n").rows.map { $0 }.first).get()
    #expect(row["a"] == "5\" disk")
    #expect(row["b"] == "xy")
  }

  @Test func aQuoteThatIsNeverClosedIsATruncatedFile() {
    #expect(
      throws: SyntaxError(place: "line 3", problem: "a quoted field is never closed")
    ) { try parse("a,b\n1,2\n3,\"4\n5,6\n") }
  }

  @Test func aHeaderWithoutTheEndOfItsLineMayBeATruncatedFile() throws {
    #expect(try parse("a,b,c").endsInHeader)
    #expect(try !parse("a,b,c\n").endsInHeader)
    #expect(try !parse("a,b,c\n1,2,3").endsInHeader)
    #expect(try parse("a,b,c\n").rows.map { $0 }.isEmpty)
  }

  @Test func emptyAndForeignBytesAreRefused() {
    #expect(throws: SyntaxError(place: "top level", problem: "the file is empty")) { try parse("") }
    #expect(throws: SyntaxError(place: "top level", problem: "the file is empty")) {
      try parse("\n\r\n\n")
    }
    #expect(throws: SyntaxError(place: "line 2", problem: "the text is not UTF-8")) {
      try CSVTable(parsing: Array("a,b\n1,".utf8) + [0xE9, 0x0A])
    }
  }

  @Test func theFirstOfTwoColumnsWithOneNameIsMeant() throws {
    #expect(try parse("a,a\n1,2\n").rows.map { try $0.get()["a"] } == ["1"])
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let fields = ["plain", "a,b", "say \"no\"", "two\nlines", "é 💥", "semi;colon"]
    var writer = CSVWriter()
    writer.row(["a", "b", "c", "d", "e", "f", "g"])
    writer.row(fields + [nil])
    let row = try #require(CSVTable(parsing: writer.bytes).rows.map { $0 }.first).get()
    #expect(["a", "b", "c", "d", "e", "f"].map { row[$0] } == fields)
    #expect(row["g"] == nil)
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")"])
  func formulasBecomeTexts(_ formula: String) throws {
    var writer = CSVWriter()
    writer.row([formula])
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text.hasPrefix("\"'"))
    #expect(text.hasSuffix("\"\r\n"))
    #expect(text.contains(formula.replacing("\"", with: "\"\"")))
  }

  @Test func rowsEndAsTheStandardSays() {
    var writer = CSVWriter()
    writer.row(["a", nil, "b"])
    writer.row([])
    #expect(writer.bytes == Array("a,,b\r\n\r\n".utf8))
  }
}
