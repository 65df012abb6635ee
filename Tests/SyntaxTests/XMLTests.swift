import Testing

@testable import Syntax

@Suite struct XMLTests {
  private func parse(_ text: String) throws(SyntaxError) -> XMLElement {
    try XMLDocument(parsing: Array(text.utf8)).root
  }

  private func problem(_ text: String) -> SyntaxError? {
    do throws(SyntaxError) {
      _ = try parse(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func elementsAttributesAndTextAreFound() throws {
    let root = try parse(
      """
      <?xml version="1.0"?>
      <report generated="today">
        <site name="a"><alert>one</alert><alert>two</alert></site>
        <site name="b"/>
      </report>
      """
    )
    #expect(root.name == "report")
    #expect(root["generated"] == "today")
    #expect(root.children("site").map { $0["name"] } == ["a", "b"])
    #expect(root.child("site").children.map(\.text) == ["one", "two"])
    #expect(root.child("site").child("alert").place == "line 3")
    #expect(root.children("site")[1].line == 4)
  }

  @Test func whatIsMissingHasNothing() throws {
    let root = try parse("<a/>")
    let missing = root.child("b").child("c")
    #expect(!missing.exists)
    #expect(missing.text == nil)
    #expect(missing.nonEmpty == nil)
    #expect(missing["x"] == nil)
    #expect(missing.name.isEmpty)
    #expect(Array(missing.children).isEmpty)
    #expect(root.text?.isEmpty == true)
  }

  @Test func whatIsRequiredIsNamedWhenMissing() throws {
    let root = try parse("<a>\n<b> </b></a>")
    #expect(throws: SyntaxError(place: "line 1", problem: "expected the attribute id, found none"))
    {
      try root.requiredAttribute("id")
    }
    #expect(throws: SyntaxError(place: "line 1", problem: "expected text in <b>, found none")) {
      try root.requiredText("b")
    }
  }

  @Test func textHoldsInnerElementsAndCharacterDataSections() throws {
    let root = try parse("<a> x <b>y</b><![CDATA[<z> & ]]>&lt;&#x41;&amp;\n</a>")
    #expect(root.text == " x y<z> & <A&\n")
    #expect(root.nonEmpty == "x y<z> & <A&")
    #expect(root.child("b").text == "y")
  }

  @Test func attributeValuesAreDecodedOnce() throws {
    let root = try parse(##"<a q="a&amp;b &amp;amp; &#38;#38; &quot;&lt;é" e=""/>"##)
    #expect(root["q"] == "a&b &amp; &#38; \"<é")
    #expect(root["e"]?.isEmpty == true)
  }

  @Test func namesAreLocalAndPrefixedAttributesKeepTheirPrefix() throws {
    let root = try parse(#"<n:a xmlns:n="urn:n" xmlns="urn:d" n:type="x" type="y"><b/></n:a>"#)
    #expect(root.name == "a")
    #expect(root.namespace == "urn:n")
    #expect(root.child("b").namespace == "urn:d")
    #expect(root["type"] == "y")
    #expect(root["n:type"] == "x")
    #expect(root.child("b").exists)
  }

  @Test func anUndeclaredNamespaceIsNoReasonToRefuseAReport() throws {
    #expect(try parse("<x:a><x:b>1</x:b></x:a>").child("b").text == "1")
  }

  @Test func textThatSpansManyPiecesIsWhole() throws {
    let line = String(repeating: "0123456789abcdé", count: 100_000)
    let root = try parse("<a><b>\(line)</b><c><![CDATA[\(line)]]></c><d v=\"\(line)\"/></a>")
    #expect(root.child("b").text == line)
    #expect(root.child("c").text == line)
    #expect(root.child("d")["v"] == line)
  }

  @Test func otherEncodingsAreRead() throws {
    let latin = Array(#"<?xml version="1.0" encoding="ISO-8859-1"?><a>"#.utf8) + [0xE9]
    #expect(try XMLDocument(parsing: latin + Array("</a>".utf8)).root.text == "é")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in "<a b=\"é\">ü</a>".utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let root = try XMLDocument(parsing: wide).root
    #expect(root["b"] == "é")
    #expect(root.text == "ü")
  }

  @Test(arguments: [
    #"<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>"#,
    #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#,
    #"<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/e.dtd"> %p;]><a/>"#,
    #"<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;"><!ENTITY n "&m;&m;&m;">]><a>&n;</a>"#,
    #"<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a>&x;</a>"#,
    #"<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a b="&x;"/>"#,
    "<a>&nbsp;</a>",
    #"<a b="&nbsp;"/>"#,
  ])
  func entitiesAreRefused(_ text: String) throws {
    let found = try #require(problem(text))
    #expect(found.problem == "the document uses entities of its own, which are not read")
    #expect(found.place == "line 1")
  }

  @Test func aDocumentTypeWithoutEntitiesIsRead() throws {
    let text = #"<!DOCTYPE a [<!ELEMENT a (#PCDATA)><!ATTLIST a b CDATA #IMPLIED>]><a b="1">x</a>"#
    let root = try parse(text)
    #expect(root["b"] == "1")
    #expect(root.text == "x")
    #expect(try parse("<!DOCTYPE nmaprun><nmaprun/>").name == "nmaprun")
  }

  @Test func depthIsBounded() throws {
    let shallow = String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200)
    #expect(try parse(shallow).exists)
    let found = try #require(problem(String(repeating: "<a>", count: 100_000)))
    #expect(found.problem == "not readable as XML: nested more than 256 levels deep")
  }

  @Test(arguments: [
    "<a><b></a>", "<a", "<a>", "<a></a><b/>", "nothing", "<a b=1/>",
  ])
  func brokenDocumentsAreRefused(_ text: String) throws {
    let found = try #require(problem(text))
    #expect(found.problem.hasPrefix("not valid XML: "))
  }

  @Test func binaryFilesAreRefused() throws {
    for text in ["\0\0", "<a>\0"] {
      #expect(try #require(problem(text)).problem.hasPrefix("not valid XML: "))
    }
  }

  @Test func anEmptyFileIsCalledEmpty() throws {
    #expect(problem("") == SyntaxError(place: "top level", problem: "the file is empty"))
  }

  @Test func textThatIsNotInItsEncodingIsRefused() {
    #expect(throws: SyntaxError.self) {
      try XMLDocument(parsing: Array("<a>".utf8) + [0xFF, 0xC0] + Array("</a>".utf8))
    }
  }

  @Test func aTruncatedDocumentNamesItsLine() throws {
    let found = try #require(problem("<a>\n<b>1</b>\n<b>2"))
    #expect(found.place == "line 3")
    #expect(found.problem == "not valid XML: the document ends before its last element does")
  }
}
