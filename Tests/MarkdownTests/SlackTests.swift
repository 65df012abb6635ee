import Markdown
import TestSupport
import Testing

@Suite struct SlackTests {
  private func mrkdwn(_ markdown: String) -> String { MarkdownDocument(parsing: markdown).mrkdwn() }

  @Test func blocksBecomeWhatSlackKnows() {
    #expect(
      mrkdwn(
        """
        # Title

        **bold** *em* `code` [text](https://a.test/?a=1&b=2) <https://a.test/y>

        - one
        - two
          1. three

        > quoted
        >
        > ```
        > x < y
        > ```

        ---

        | a | b |
        | --- | --- |
        | c | `d` |
        """
      ) == """
        *Title*

        *bold* _em_ `code` <https://a.test/?a=1&amp;b=2|text> <https://a.test/y|https://a.test/y>

        • one
        • two
            1. three

        > quoted
        >\u{20}
        ```
        x &lt; y
        ```

        ———

        *a* | *b*
        c | `d`
        """
    )
  }

  @Test func nobodyIsCalled() {
    #expect(mrkdwn("\\<!channel> \\<@U1>") == "&lt;!channel&gt; &lt;@\u{2060}U1&gt;")
    #expect(mrkdwn("@here #general a # b") == "@\u{2060}here #\u{2060}general a # b")
    #expect(mrkdwn(":smile:") == ":\u{2060}smile:")
    #expect(mrkdwn("[<!here>](https://a.test/)") == "<https://a.test/|&lt;!here&gt;>")
  }

  @Test func textIsNoFormatting() {
    #expect(mrkdwn("\\*a\\* b") == "\u{2060}*\u{2060}a\u{2060}*\u{2060} b")
    #expect(mrkdwn("snake_case_name a\\*b") == "snake_case_name a*b")
    #expect(mrkdwn("\\`a\\`") == "\u{2CB}a\u{2CB}")
    #expect(mrkdwn("\\> a") == "\u{2060}&gt; a")
    #expect(mrkdwn("`` a`b ``") == "`a\u{2CB}b`")
    #expect(mrkdwn("~~~\n``` x\n~~~") == "```\n`\u{2060}`\u{2060}` x\n```")
    #expect(mrkdwn("a*b*c") == "abc")
    #expect(mrkdwn("a\u{202E}b") == "a\u{FFFD}b")
  }

  @Test func whateverItWasOnlyLinksStandInBrackets() {
    for text in HostileMarkdown.all + RandomMarkdown.texts(200, seed: 6) {
      let document = MarkdownDocument(parsing: text)
      for limit in [0, 1, 5, 17, 60, 3_000, 40_000] {
        let output = document.mrkdwn(limit: limit)
        #expect(output.utf16.count <= limit)
        #expect(Dangers.inMrkdwn(output) == [])
        let links = output.replacing(/<(https?:\/\/|mailto:)[^<>|\s]+(\|[^<>\n]+)?>/, with: "")
        #expect(!links.contains("<"), "\(text.debugDescription)")
        let escaped = links.replacing(/&(amp|lt|gt);/, with: "")
        #expect(!escaped.contains("&"), "\(text.debugDescription)")
        #expect(
          !escaped.replacing(/(^|\n)((• |\d+\. | {4})*> ?)+/, with: "").contains(">"),
          "\(text.debugDescription)"
        )
        #expect(output.ranges(of: "```").count % 2 == 0, "\(text.debugDescription)")
      }
    }
  }

  @Test func aCutTextSaysSo() {
    #expect(MarkdownDocument(parsing: "&&&&&").mrkdwn(limit: 12) == "&amp;&amp;…")
    #expect(MarkdownDocument(parsing: "**bold text**").mrkdwn(limit: 8) == "*bold …*")
    #expect(MarkdownDocument(parsing: "```\nabcdef\n```").mrkdwn(limit: 12) == "```\nabc…\n```")
    #expect(
      MarkdownDocument(parsing: "[text](https://a.test)").mrkdwn(limit: 20)
        == "<https://a.test|te…>"
    )
    #expect(MarkdownDocument(parsing: "a\n\nb").mrkdwn(limit: 3) == "…")
  }
}
