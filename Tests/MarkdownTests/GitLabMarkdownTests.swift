import CCmark
import Templates
import TestSupport
import Testing

@testable import Markdown

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
    #expect(glfm("[[TOC_]]") == "\\[\u{2060}\\[TOC\\_\\]\\]")
    #expect(glfm("[toc] [a]") == "\\[\u{2060}toc\\] \\[a\\]")
    #expect(glfm(":smile: at 12:30") == "\\:\u{2060}smile: at 12:30")
    #expect(glfm("www.a.test a.b") == "www\\.a.test a.b")
    #expect(glfm("<b>x</b>") == "&lt;b&gt;x&lt;/b&gt;")
    #expect(glfm("$`x`$") == "\\$\u{2060}`x`\\$")
    #expect(glfm("a\u{202E}b") == "a\u{FFFD}b")
  }

  /// Backslashes do not help there: GitLab looks for these when they are gone.
  @Test func wordsThatGitLabReadsInTextAreBroken() {
    #expect(glfm("GL-12 (gl-1) AGL-1 GL-x") == "GL\u{2060}-12 \\(gl\u{2060}-1\\) AGL-1 GL-x")
    #expect(glfm("[vulnerability:1]") == "\\[\u{2060}vulnerability\\:1\\]")
    #expect(glfm("{+ a +} [- b -]") == "\\{\u{2060}+ a +\\} \\[\u{2060}- b -\\]")
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

  /// A link to an issue would leave a note there.
  @Test func aLinkToAnIssueIsNoReferenceToIt() {
    #expect(
      glfm("<https://a.test/-/issues/1>")
        == "[https\\:\u{2060}//a.test/-/issues/1](HTTPS://a.test/-/issues/1)"
    )
    #expect(glfm("[x](http://a.test/g/p/issues/1)") == "[x](HTTP://a.test/g/p/issues/1)")
    #expect(glfm("[x](https://a.test/commit/0a1b2c3)") == "[x](HTTPS://a.test/commit/0a1b2c3)")
    #expect(glfm("https://a.test/g/p/-/issues/1") == "https\\:\u{2060}//a.test/g/p/-/issues/1")
  }

  @Test func listsThatFollowEachOtherStayApart() {
    #expect(glfm("- a\n\n+ b\n\n1. c\n\n2) d") == "- a\n\n+ b\n\n1. c\n\n2) d")
    #expect(glfm("- a\n\n+ b\n\n* c") == "- a\n\n+ b\n\n- c")
  }

  @Test func emptyItemsAreNoRule() {
    #expect(glfm("-\n  -\n    -") == "-\n  -\n    -")
    #expect(glfm("- a\n  - [](x)") == "- a\n\n  -")
  }

  @Test func aBreakWithNothingBehindItIsNone() {
    #expect(glfm("a\\\n&#32;") == "a")
    #expect(glfm("*a\\\n&#32;* b") == "*a* b")
  }

  @Test func emphasisNeverDependsOnItsNeighbours() {
    let texts = [
      "a*b*c", "*a***b**", "**a***b*", "***a** b*", "*a **b***", "*(a)*", "**`a`**b",
      "[a](x)*(b)*[c](x)", "*a*[](x)*b*",
    ]
    for text in texts {
      let again = MarkdownDocument(parsing: glfm(text)).html().description
      #expect(
        again.replacing("\u{2060}", with: "") == MarkdownDocument(parsing: text).html().description
      )
    }
  }

  @Test func whateverItWasItIsTheSameTextAndNothingElse() {
    for text in HostileMarkdown.all + RandomMarkdown.texts(500, seed: 1) {
      let document = MarkdownDocument(parsing: text)
      let output = document.glfm()
      let again = MarkdownDocument(parsing: output, limit: 1_000_000)
      // A link without a text shows its address.
      if document.blocks.links == again.blocks.links, !output.lowercased().contains("[http"),
        !output.contains("[mailto")
      {
        #expect(again.plainText.words == document.plainText.words, "\(text.debugDescription)")
      }
      #expect(
        again.blocks.links.allSatisfy(document.blocks.links.contains),
        "\(text.debugDescription)"
      )
      #expect(again.blocks.shape == document.blocks.shape, "\(text.debugDescription)")
      #expect(Dangers.inGitLab(output) == [])
      let kinds = Self.kinds(output)
      #expect(kinds.isDisjoint(with: ["html_block", "html_inline", "image"]))
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

  /// The types of all nodes that libcmark sees in a text.
  private static func kinds(_ text: String) -> Set<String> {
    guard let root = cmark_parse_document(text, text.utf8.count, CMARK_OPT_DEFAULT) else {
      return []
    }
    defer { cmark_node_free(root) }
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var kinds: Set<String> = []
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      kinds.insert(String(cString: cmark_node_get_type_string(cmark_iter_get_node(iterator))))
    }
    return kinds
  }
}
