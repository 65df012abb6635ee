import Testing

@testable import Syntax

@Suite struct JSONWriterTests {
  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func valuesAreSeparatedAndNested() {
    let written = text { json in
      json.beginObject()
      json.key("a")
      json.beginArray()
      json.int(1)
      json.int(-20)
      json.beginObject()
      json.endObject()
      json.beginArray()
      json.endArray()
      json.null()
      json.endArray()
      json.key(text: "b\"")
      json.bool(true)
      json.field("c", 0.5)
      json.field("d", "x")
      json.field("e", ["y", "z"])
      json.endObject()
    }
    #expect(written == #"{"a":[1,-20,{},[],null],"b\"":true,"c":0.5,"d":"x","e":["y","z"]}"#)
  }

  @Test func absentMembersAreLeftOut() {
    let written = text { json in
      json.beginObject()
      json.field("a", String?.none)
      json.field("b", Int?.none)
      json.field("c", [])
      json.field("d", false)
      json.endObject()
    }
    #expect(written == #"{"d":false}"#)
  }

  @Test func textIsEscaped() {
    let nasty = "q\" b\\ \u{8}\t\n\u{C}\r\u{0}\u{1F}\u{2028}\u{2029}\u{2027}é😀~"
    let expected = #""q\" b\\ \b\t\n\f\r\u0000\u001f\u2028\u2029"# + "\u{2027}é😀~\""
    #expect(text { $0.string(nasty) } == expected)
  }

  @Test func whatATerminalObeysUnseenIsEscaped() {
    let unseen = "\u{7F}\u{80}\u{9B}\u{9F}\u{202A}\u{202E}\u{2066}\u{2069}"
    let escaped = #"\u007f\u0080\u009b\u009f\u202a\u202e\u2066\u2069"#
    #expect(text { $0.string(unseen) } == "\"\(escaped)\"")
    let seen = "\u{A0}\u{C0}\u{2027}\u{202F}\u{2065}\u{206A}\u{3028}"
    #expect(text { $0.string(seen) } == "\"\(seen)\"")
  }

  @Test func numbersAreWrittenAsJSONSpellsThem() {
    #expect(text { $0.int(.min) } == "-9223372036854775808")
    #expect(text { $0.int(.max) } == "9223372036854775807")
    #expect(text { $0.double(7.5) } == "7.5")
    #expect(text { $0.double(.nan) } == "null")
    #expect(text { $0.double(-.infinity) } == "null")
  }

  @Test func everyCharacterIsReadBack() throws {
    var scalars = String.UnicodeScalarView()
    for value in UInt32(0)...0x2_FFFF {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    let all = String(scalars)
    let written = text { $0.string(all) }
    let read = try JSONDocument(parsing: Array(written.utf8)).root.string
    #expect(read.map { Array($0.utf8) } == Array(all.utf8))
  }

  @Test func doublesAreReadBackExactly() throws {
    for number in [0.1, 1e-7, .leastNonzeroMagnitude, 1.7976931348623157e308, -0.0, 9.8, 1e21] {
      let written = text { $0.double(number) }
      #expect(try JSONDocument(parsing: Array(written.utf8)).root.double == number)
    }
  }

  @Test func linesStandAlone() {
    var json = JSONWriter()
    for number in [1, 2] {
      json.beginArray()
      json.int(number)
      json.endArray()
      json.endLine()
    }
    #expect(json.take() == Array("[1]\n[2]\n".utf8))
    #expect(json.bytes.isEmpty)
  }

  @Test func aDrainedDocumentGoesOnWithItsCommas() {
    var json = JSONWriter()
    json.beginArray()
    json.int(1)
    var pieces = json.drain(reserving: 8)
    json.int(2)
    pieces += json.drain()
    json.endArray()
    #expect(pieces + json.drain() == Array("[1,2]".utf8))
  }
}
