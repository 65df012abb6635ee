import Markdown
import Templates
import Testing

@Suite struct MarkdownDocumentTests {
  private func html(_ markdown: String) -> String { Markup(markdown: markdown).description }

  @Test func whatScannersWriteBecomesPlainHTML() {
    let text = """
      # Impact

      Use **strong** keys & *no* `MD5`:

      - first
      - second

      3. third

      ```python
      x = "<y>"
      ```
      """
    #expect(
      html(text) == """
        <h3>Impact</h3>
        <p>Use <strong>strong</strong> keys &amp; <em>no</em> <code>MD5</code>:</p>
        <ul><li>first</li>
        <li>second</li>
        </ul>
        <ol start="3"><li>third</li>
        </ol>
        <pre><code>x = &quot;&lt;y&gt;&quot;
        </code></pre>

        """
    )
  }

  @Test func headingsNestUnderThePagesOwn() {
    #expect(Markup(markdown: "# a\n\n#### b", headingsFrom: 4).description.contains("<h4>a</h4>"))
    #expect(Markup(markdown: "# a\n\n#### b", headingsFrom: 4).description.contains("<h6>b</h6>"))
  }

  @Test func rawHTMLIsTextAndNeverMarkup() {
    for attack in [
      "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "<!-- <b> -->",
      "<div>\n*a*\n</div>", "<a href=\"javascript:alert(1)\">x</a>", "&lt;script&gt;",
    ] {
      let output = html(attack)
      #expect(!output.contains("<script"))
      #expect(!output.contains("<img"))
      #expect(!output.contains("<div"))
      #expect(!output.contains("<a "))
      #expect(!output.contains("<b>"))
    }
    #expect(html("a <b>c") == "<p>a &lt;b&gt;c</p>\n")
  }

  @Test(
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc",
      "//host/x", "/relative", "#top", "java&#x73;cript:alert(1)", "&#x6a;avascript:x",
      "\u{1}http:",
      "http:", "smb://host/x", "<javascript:alert(1)>", "mailto:",
    ]
  )
  func aLinkThatLeadsAnywhereElseIsOnlyItsText(address: String) {
    #expect(!html("[text](\(address))").contains("<a"))
    #expect(!html("![text](\(address))").contains("<a"))
    #expect(!html("[text][1]\n\n[1]: \(address)").contains("<a"))
  }

  @Test func aLinkToTheWebCarriesItsRelations() {
    #expect(
      html("[a](https://a.test/?x=1&y='<>)").contains(
        "<a href=\"https://a.test/?x=1&amp;y=%27%3C%3E\" rel=\"noopener noreferrer nofollow\">a</a>"
      )
    )
    #expect(html("<mailto:a@b.test>").contains("href=\"mailto:a@b.test\""))
  }

  @Test func anImageBecomesALinkSoThatNothingIsFetched() {
    let output = html("![the *alt*](https://a.test/x.png)")
    #expect(
      output == "<p><a href=\"https://a.test/x.png\" rel=\"noopener noreferrer nofollow\">"
        + "the <em>alt</em></a></p>\n"
    )
  }

  @Test func linksNeverNest() {
    let output = html("[![badge](https://a.test/x.svg)](https://a.test/)")
    #expect(output.count(of: "<a ") == 1)
    #expect(output.count(of: "</a>") == 1)
    #expect(html("[![b](https://a.test/x.svg)](javascript:x)").count(of: "<a ") == 0)
  }

  @Test func fourThousandLevelsDeepStaysShallow() {
    for opening in [">", "- ", "*a ", "[", "![", "**a ", "1. "] {
      let output = html(String(repeating: opening, count: 4_000) + "end")
      #expect(output.contains("end"))
      #expect(output.count(of: "<blockquote>") <= 24)
      #expect(output.count(of: "<ul>") <= 24)
      #expect(output.count(of: "<em>") <= 24)
    }
    let closed = String(repeating: "*a ", count: 4_000) + String(repeating: "b*", count: 4_000)
    let output = html(closed)
    #expect(output.count(of: "<em>") == output.count(of: "</em>"))
  }

  @Test func aTextWithoutEndIsCut() {
    let output = html(String(repeating: "é", count: 1_000_000))
    #expect(output.utf8.count < 40_000)
    #expect(output.contains("é…"))
  }

  @Test func invisibleCharactersAreShown() {
    #expect(html("a\u{202E}b\u{7F}c") == "<p>a\u{FFFD}b\u{FFFD}c</p>\n")
    #expect(html("\"\u{301}>") == "<p>&quot;\u{301}&gt;</p>\n")
  }

  @Test func thePlainTextIsOneRunOfWords() {
    let text = "# Title\n\nSome **bold** [link](https://a.test) `code`\n\n- one\n- <b>two</b>"
    #expect(
      MarkdownDocument(parsing: text).plainText == "Title Some bold link code one <b>two</b>"
    )
    #expect(MarkdownDocument(parsing: "").plainText.isEmpty)
  }
}

extension String {
  /// How often a text occurs.
  func count(of part: String) -> Int { ranges(of: part).count }
}
