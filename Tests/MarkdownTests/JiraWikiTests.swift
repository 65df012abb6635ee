import Markdown
import TestSupport
import Testing

@Suite struct JiraWikiTests {
  private func wiki(_ markdown: String) -> String { MarkdownDocument(parsing: markdown).wiki() }

  @Test func blocksHaveTheirMarks() {
    #expect(
      wiki(
        """
        ## Title

        **bold** *em* `mono` a**b**c [text](https://a.test/x) <https://a.test/y>  
        next

        - one
        - two

          more
          1. three
             - four

        > quoted
        > > twice

        ---

        | a | b |
        | --- | --- |
        | c\\|d |  |
        """
      ) == """
        h2. Title

        *bold* _em_ {{mono}} a{*}b{*}c [text|https://a.test/x] [https://a.test/y]
        next

        * one
        * two \\\\ more
        *# three
        *#* four

        {quote}
        quoted

        twice
        {quote}

        ----

        || a || b ||
        | c&#124;d | |
        """
    )
  }

  @Test func codeEndsOnlyWhereItShould() {
    #expect(wiki("```java\nx\n```") == "{code:java}\nx\n{code}")
    #expect(wiki("```rust\nx\n```") == "{noformat}\nx\n{noformat}")
    #expect(
      wiki("```\n{code}{noformat}{CODE:x}{*}\n```")
        == "{noformat}\n{\u{2060}code}{\u{2060}noformat}{\u{2060}CODE:x}{*}\n{noformat}"
    )
    #expect(wiki("- a\n  ```\n  b\n  ```") == "* a \\\\ {noformat}\nb\n{noformat}")
  }

  @Test func anItemIsOneLine() {
    #expect(wiki("- a\\\n  *b\\\n  c*") == "* a \\\\ _b \\\\ c_")
  }

  @Test func textIsNoMarkup() {
    #expect(wiki("{color:red}x{color}") == "\\{color:\u{2060}red\\}x\\{color\\}")
    #expect(
      wiki("[~admin] \\[a|http://b.test]") == "\\[\\~admin\\] \\[a\\|http:\u{2060}//b.test\\]"
    )
    #expect(wiki("\\!x.png! a!") == "\\!x.png\\! a\\!")
    #expect(wiki("h1. x") == "h1\u{2060}. x")
    #expect(wiki("bq. x") == "bq\u{2060}. x")
    #expect(wiki("a\\\\\\\\b") == "a&#92;&#92;b")
    #expect(wiki("(!) :) ;-( (x) f(x, y) :D") == "\\(\\!) :\\) ;\\-\\( \\(x) f(x, y) :\u{2060}D")
    #expect(wiki("mailto:a@b.test") == "mailto:\u{2060}a\\@\u{2060}b.test")
    #expect(
      wiki("snake_case CVE-2024-1 \\_x\\_ \\-y- +z+ ^u^ ~v~ ??w??") == """
        snake_case CVE-2024-1 \\_x\\_ \\-y\\- \\+z\\+ \\^u\\^ \\~v\\~ \\?\\?w\\?\\?
        """
    )
    #expect(
      wiki("\\- a\\\n\\* b\\\n\\# c\\\n|d|\\\n\\-\\-\\-\\-")
        == "\\- a\n\\* b\n\\# c\n\\|d\\|\n\\-\\-\\-\\-"
    )
    #expect(wiki("&amp;lt; AT&T a & b") == "&amp;lt; AT&amp;T a & b")
    #expect(wiki("a\u{202E}b") == "a\u{FFFD}b")
  }

  /// A backslash in an address would be part of it.
  @Test func anAddressInTextIsALinkOnlyWhereNothingInItIsEscaped() {
    #expect(wiki("see https://a.test/b_c-d.html, x") == "see https://a.test/b_c-d.html, x")
    #expect(wiki("https://a.test/?a=1") == "https:\u{2060}//a.test/\\?a=1")
    #expect(wiki("(http://a.test/_x)") == "(http:\u{2060}//a.test/\\_x)")
    #expect(wiki("https://a.test/x\\!y") == "https:\u{2060}//a.test/x\\!y")
    #expect(
      wiki("mailto:1\\@b.test ftp://a.test")
        == "mailto:\u{2060}1\\@\u{2060}b.test ftp:\u{2060}//a.test"
    )
  }

  @Test func inATableOrALinkNothingEndsTheCellOrTheLink() {
    #expect(wiki("[a|b\\]c](https://a.test/!x!)") == "[a&#124;b\\]c|https://a.test/%21x%21]")
    #expect(wiki("| `a\\|b` |\n|---|") == "|| {{a&#124;b}} ||")
  }

  /// Outside code nothing but the writer's own marks is left unescaped.
  @Test func whateverItWasNothingBecomesMarkup() {
    for text in HostileMarkdown.all + RandomMarkdown.texts(300, seed: 3) {
      let wiki = MarkdownDocument(parsing: text).wiki()
      #expect(Dangers.inWiki(wiki) == [])
      let output = Self.withoutCode(wiki)
      let marks = output.replacing(/\\[-#*_+?^~|%{}\[\]()!@]/, with: "")
      let macros = marks.matches(of: /\{[^{}]*\}?/).map { String($0.output) }
        .filter { !["{quote}", "{*}", "{_}", "{", "{}"].contains($0) }
      let mono = marks.replacing(/\{\{.*?\}\}/, with: "").matches(of: /\{[^{}]*\}?/)
        .map { String($0.output) }.filter { !["{quote}", "{*}", "{_}"].contains($0) }
      #expect(mono.isEmpty, "\(text.debugDescription) \(macros)")
      let links = marks.replacing(/\[([^\[\]|]*\|)?(https?:\/\/|mailto:)[^\[\]|\s]+\]/, with: "")
      #expect(!links.contains("[") && !links.contains("]"), "\(text.debugDescription)")
      #expect(!links.contains("!"), "\(text.debugDescription)")
      #expect(!links.contains("\\\\ \\\\"), "\(text.debugDescription)")
    }
  }

  @Test func aLimitIsKeptAndEverythingIsClosed() {
    for text in HostileMarkdown.all + RandomMarkdown.texts(100, seed: 5) {
      let document = MarkdownDocument(parsing: text)
      let whole = document.wiki()
      for limit in [0, 1, 10, 50, 500] {
        let output = document.wiki(limit: limit)
        #expect(output.utf16.count <= limit)
        for mark in ["{quote}", "{noformat}"] { #expect(output.ranges(of: mark).count % 2 == 0) }
        if whole.utf16.count > limit, limit >= 50 { #expect(output.contains("…")) }
        if whole.utf16.count <= limit { #expect(output == whole) }
      }
    }
  }

  private static func withoutCode(_ text: String) -> String {
    var output: [Substring] = []
    var end: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let mark = end {
        if line.hasPrefix(mark) {
          end = nil
          output.append(line.dropFirst(mark.count))
        }
      } else if line.hasSuffix("{noformat}") {
        end = "{noformat}"
        output.append(line.dropLast(10))
      } else if let match = line.firstMatch(of: /\{code:[a-z+#]+\}$/) {
        end = "{code}"
        output.append(line[..<match.range.lowerBound])
      } else {
        output.append(line)
      }
    }
    #expect(end == nil, "code without end")
    return output.joined(separator: "\n")
  }
}
