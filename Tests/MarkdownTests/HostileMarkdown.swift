/// Texts that try to be more than text in one target or another.
enum HostileMarkdown {
  /// Each punctuation character of ASCII at a line's start, within and between words, doubled.
  static let punctuation: [String] = (0x21...0x7E).map { Character(UnicodeScalar($0)) }
    .filter { !$0.isLetter && !$0.isNumber }
    .flatMap { mark in
      [
        "\(mark)a", "\(mark) a", "a\(mark)b", "a \(mark)b\(mark) c",
        "a \(mark)\(mark)b\(mark)\(mark) c",
        "(\(mark)b\(mark))", "x\n\(mark)b\(mark)\n\(mark)\(mark)\(mark)", "a\(mark)", "\(mark)",
        "\\\(mark)a\\\(mark)",
      ]
    }

  /// Attacks on the targets, by hand.
  static let attacks = [
    "@all @group/team [@user](https://a.test) mail a@b.test",
    "Closes #1, fixes !2 and ~\"a label\"",
    "/close", "text\n/close\n/assign @me", "\\/close", "- /close\n- x", "> /close",
    "```\n/close\n```",
    "````\n```\n/close\n````", "    /close", "x  \n/close", "x\\\n/close", "&#47;close",
    "&#10;/close", "![x](https://a.test/x.png)", "[[_TOC_]]", "[TOC]", ":smile: :100: a:b:c",
    "$`x`$ $$y$$ $z$", "```mermaid\ngraph\n```", "```math\nx\n```", "```suggestion:-0+1\nx\n```",
    "~~~json:table\n{}\n~~~", "```plantuml\nx\n```", "<script>alert(1)</script>",
    "<img src=x onerror=y>",
    "<details open>\n\n/close\n\n</details>", "<!-- x -->", "{+ a +} {- b -}", "- [ ] task",
    "::include{file=x}", "---\ntitle: x\n---", ">>>\nquote\n>>>", "https://a.test/x www.a.test",
    "{code}x{code}", "```\n{code}\n{noformat}\n*x*\n```", "```java\n{code}x{CODE}\n```",
    "{color:red}x{color}",
    "{quote}x", "[~admin]", "[~accountid:1]", "!x.png!", "!x.png|width=1!", "[a|http://b.test]",
    "[^file]",
    "h1. x", "bq. x", "||a||", "|a|", "* a", "# a", "---- ", "x -- y",
    "(!) (/) (x) (*r) (y) :) :-( ;) :D :P",
    "mailto:a@b.test", "`{{x}}` `a}}b`", "a\\b \\\\ c \\{x}", "&lt;b&gt; &#123;",
    "{{a}} {anchor:x}",
    "<!channel> <!here> <@U123> <#C1|x> <!date^1^x|y> <!subteam^S1>", "&lt;!channel&gt;",
    "@here @channel @everyone #general", "[x](https://a.test/<!channel>)",
    "[<!here>](https://a.test/)",
    "[a](https://a.test/?x=1&amp;y=2)", "`<!channel>`", "```\n<!channel>\n&amp; ``` x\n```",
    "<https://a.test/|b>", "[a|b](https://a.test/)", "[a](javascript:x)", "[a](data:x)",
    "[x]: https://a.test\n\n[x]",
    "a\u{202E}b\u{2066}c\u{7F}d\u{1}e\u{85}f", "\u{2028}x", "*a*b*c*d", "a*b*c **d**e", "***a** b*",
    "*a **b***",
    "**(a)**b", "_(a)_ *\"b\"*", "*\n*", "# #", "#", "-", "1.", "- \n- a", "3. b\n4. c",
    "- a\n\n+ b\n\n* c",
    "> a\n>> b\n> - c\n>   ```\n>   d\n>   ```", "- a\n  - b\n    1. c\n\n  d\n- e",
    "- ```\n  x\n  ```\n- # h\n- > q\n- ---", "- a\n\n  ***", "- ***", "> ***",
    "> - ***\n>   > ***",
    "[](https://a.test)", "a&#10;b",
    "| a | b |\n| --- | --- |\n| /close | `x|y` |", "| a |\n| --- |\n| `b\\|c` |",
    "|a\\|b|c|\n|-|-|\n|d|e|",
    "|a|\n|-|\n|<!channel> {code} @all *x* [y](https://a.test)|",
  ]

  /// Deep and long ones.
  static let extremes: [String] =
    [">", "- ", "*a ", "[", "![", "**a ", "1. ", "> - ", "`", "{", "_(", "<", "&"]
    .map { String(repeating: $0, count: 1_000) + "end" }
    + [
      String(repeating: "*a ", count: 1_000) + String(repeating: "b*", count: 1_000),
      String(repeating: "a\u{301}", count: 5_000), "a" + String(repeating: "\u{301}", count: 5_000),
      String(repeating: "***\n", count: 4_000), String(repeating: "- \n", count: 2_000),
      String(repeating: "&", count: 8_000), String(repeating: "😀", count: 6_000),
      "| a | b |\n| --- | --- |\n" + String(repeating: "| c | d |\n", count: 2_000),
      "```\n" + String(repeating: "code ``` {code}\n", count: 1_500) + "```",
    ]

  /// All of them.
  static let all = punctuation + attacks + extremes
}
