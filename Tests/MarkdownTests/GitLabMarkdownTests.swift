import Markdown
import Templates
import Testing

@Suite struct GitLabMarkdownTests {
  private func glfm(_ markdown: String) -> String { MarkdownDocument(parsing: markdown).glfm() }

  @Test func whatIsWrittenAnewMeansTheSame() {
    #expect(
      glfm(
        """
        Title
        =====

        Use **strong** keys & *no* `MD5`:
        really

        * first
        * second
          1. third

        > quoted

        ```python
        x = 1
        ```

        ***
        <https://a.test/?a=1&b=2> [text](https://a.test/x_y)

        a | b
        --- | ---
        c\\|d | `e`
        """
      ) == """
        # Title

        Use **strong** keys \\& *no* `MD5`\\: really

        - first
        - second

          1. third

        > quoted

        ```python
        x = 1
        ```

        ***

        <https://a.test/?a=1&amp;b=2> [text](https://a.test/x_y)

        | a | b |
        | --- | --- |
        | c&#124;d | `e` |
        """
    )
  }

  @Test func noQuickActionRuns() {
    #expect(glfm("/close") == "\\/close")
    #expect(glfm("a  \n/close") == "a\\\n\\/close")
    #expect(glfm("```\nx\n/close\n```") == " ```\n x\n /close\n ```")
    #expect(glfm("- ```\n  /close\n  ```") == "- ```\n  /close\n  ```")
  }

  @Test func namesNumbersAndPicturesAreText() {
    #expect(glfm("@all") == "\\@\u{2060}all")
    #expect(
      glfm("Closes #1 and !2, ~bug %3 &4 $5") == "Closes \\#1 and \\!2, \\~bug \\%3 \\&4 \\$5"
    )
    #expect(glfm("![x](https://a.test/x.png)") == "[x](https://a.test/x.png)")
    #expect(glfm("[[TOC_]]") == "\\[\\[TOC\\_\\]\\]")
    #expect(glfm(":smile: at 12:30") == "\\:\u{2060}smile: at 12:30")
    #expect(glfm("<b>x</b>") == "&lt;b&gt;x&lt;/b&gt;")
    #expect(glfm("$`x`$") == "\\$\u{2060}`x`\\$")
    #expect(glfm("a\u{202E}b") == "a\u{FFFD}b")
  }

  @Test(arguments: [
    "mermaid", "math", "plantuml", "json:table", "suggestion:-0+1", "kroki", "geojson",
  ])
  func aFenceNamesOnlyALanguage(info: String) {
    #expect(glfm("```\(info)\nx\n```") == "```\nx\n```")
  }

  @Test func codeIsFencedLongerThanAnyRunInIt() {
    #expect(glfm("~~~\n```\n````\n~~~") == "`````\n```\n````\n`````")
    #expect(glfm("`` a`b ``") == "``a`b``")
    #expect(glfm("`` ` ``") == "`` ` ``")
  }

  @Test func listsThatFollowEachOtherStayApart() {
    #expect(glfm("- a\n\n+ b\n\n1. c\n\n2) d") == "- a\n\n+ b\n\n1. c\n\n2) d")
  }

  @Test func emphasisNeverDependsOnItsNeighbours() {
    for text in ["a*b*c", "*a***b**", "**a***b*", "***a** b*", "*a **b***", "*(a)*", "**`a`**b"] {
      let again = MarkdownDocument(parsing: glfm(text)).html().description
      #expect(
        again.replacing("\u{2060}", with: "") == MarkdownDocument(parsing: text).html().description
      )
    }
  }

  @Test func aLimitIsKeptAndAnEllipsisSaysSo() {
    for text in HostileMarkdown.all + RandomMarkdown.texts(100, seed: 2) {
      let document = MarkdownDocument(parsing: text)
      let whole = document.glfm()
      for limit in [0, 3, 10, 50, 500] {
        let output = document.glfm(limit: limit)
        #expect(output.utf8.count <= limit)
        if whole.utf8.count > limit, limit >= 20 { #expect(output.contains("…")) }
        if whole.utf8.count <= limit { #expect(output == whole) }
      }
    }
  }
}
