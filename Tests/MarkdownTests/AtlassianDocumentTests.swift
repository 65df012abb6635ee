import Markdown
import Syntax
import TestSupport
import Testing

@Suite struct AtlassianDocumentTests {
  private func adf(_ markdown: String, limit: Int = 32_000) -> String {
    String(decoding: MarkdownDocument(parsing: markdown).adf(limit: limit), as: UTF8.self)
  }

  private func content(_ markdown: String) -> String {
    let document = adf(markdown)
    #expect(document.hasPrefix(#"{"version":1,"type":"doc","content":["#))
    return String(document.dropFirst(#"{"version":1,"type":"doc","content":["#.count).dropLast(2))
  }

  @Test func blocksAreNodes() {
    #expect(
      content("## T\n\n*a* **b** `c` [d](https://a.test)  \ne\n\n---\n")
        == #"{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"T"}]},"#
        + #"{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"em"}]},"#
        + #"{"type":"text","text":" "},{"type":"text","text":"b","marks":[{"type":"strong"}]},"#
        + #"{"type":"text","text":" "},{"type":"text","text":"c","marks":[{"type":"code"}]},"#
        + #"{"type":"text","text":" "},{"type":"text","text":"d","marks":[{"type":"link","#
        + #""attrs":{"href":"https://a.test"}}]},{"type":"hardBreak"},{"type":"text","text":"e"}]},"#
        + #"{"type":"rule"}"#
    )
    #expect(
      content("```py\nx\n```") == #"{"type":"codeBlock","attrs":{"language":"python"},"#
        + #""content":[{"type":"text","text":"x"}]}"#
    )
  }

  @Test func codeIsNeitherBoldNorItalic() {
    #expect(
      content("***[`a`](https://a.test)***").contains(
        #""marks":[{"type":"code"},{"type":"link","attrs":{"href":"https://a.test"}}]"#
      )
    )
  }

  @Test func anItemBeginsWithAParagraphAndHoldsNoHeading() {
    let item = content("- - a\n- # b")
    #expect(item.hasPrefix(#"{"type":"bulletList","content":[{"type":"listItem","content":["#))
    #expect(
      item.contains(#""listItem","content":[{"type":"paragraph","content":[]},{"type":"bull"#)
    )
    #expect(!item.contains("heading"))
    #expect(item.contains(#""text":"b","marks":[{"type":"strong"}]"#))
    #expect(content("3. a").contains(#""attrs":{"order":3}"#))
  }

  @Test func aLinkAlwaysHasATextAndATextNoLines() {
    #expect(content("[](https://a.test)").contains(#""text":"https://a.test","marks""#))
    #expect(content("a&#10;b").contains(#""text":"a b""#))
  }

  @Test func aTablesCellsHoldParagraphs() {
    #expect(
      content("| a |\n|---|\n|  |").contains(
        #"{"type":"tableRow","content":[{"type":"tableCell","content":["#
          + #"{"type":"paragraph","content":[]}]}]}"#
      )
    )
  }

  @Test func theTextIsCutAndClosed() throws {
    for text in HostileMarkdown.extremes + HostileMarkdown.attacks {
      for limit in [0, 1, 2, 40, 1_000] {
        let bytes = MarkdownDocument(parsing: text).adf(limit: limit)
        let root = try JSONDocument(parsing: bytes).root
        let length = root.allText.utf16.count
        #expect(length <= limit, "\(text.prefix(40))")
      }
    }
    #expect(adf("abcdefghij", limit: 5).contains(#""text":"abc…""#))
  }

  private static let isCheckable = AtlassianSchema.isCheckable

  @Test(.enabled(if: isCheckable, "no ADF schema beside the checkout, or no jsonschema"))
  func everyDocumentIsValid() throws {
    let texts = HostileMarkdown.all + RandomMarkdown.texts(100, seed: 4)
    var documents = texts.map { MarkdownDocument(parsing: $0).adf() }
    documents += texts.map { MarkdownDocument(parsing: $0).adf(limit: 30) }
    #expect(try AtlassianSchema.errors(in: documents) == [])
  }

  @Test(.enabled(if: isCheckable, "no ADF schema beside the checkout, or no jsonschema"))
  func theSchemaRefusesWhatIsWrong() throws {
    let wrong = [
      #"{"type":"text","text":""}"#,
      #"{"type":"text","text":"a","marks":[{"type":"code"},{"type":"strong"}]}"#,
      #"{"type":"text","text":"a","marks":[{"type":"link","attrs":{}}]}"#,
      #"{"type":"bullet"}"#,
    ].map { #"{"version":1,"type":"doc","content":[{"type":"paragraph","content":["# + $0 + "]}]}" }
    for document in wrong {
      #expect(try AtlassianSchema.errors(in: [Array(document.utf8)]).count == 1)
    }
  }
}

extension JSON {
  /// All texts of a document, one after another.
  var allText: String {
    let own = self["type"].string == "text" ? self["text"].string ?? "" : ""
    return own + self["content"].elements.map(\.allText).joined()
  }
}
