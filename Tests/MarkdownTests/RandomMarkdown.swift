/// Numbers that look random and are the same every time (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }
}

/// Texts put together of whatever means something to Markdown or to a target.
enum RandomMarkdown {
  private static let pieces = [
    "word", "snake_case_name", "CVE-2024-1234", "é", "😀", " ", " ", " ", "\n", "\n", "\n\n", "\n\n",
    "*", "**", "_", "__", "`", "``", "```\n", "\n```\n", "~~~\n", "\n~~~\n", "> ", "\n> ", "- ",
    "\n- ", "\n  - ", "1. ", "\n2) ", "# ", "\n## ", "\n---\n", "\n===\n", "[",
    "](https://a.test/x)",
    "](mailto:a@b.test)", "![", "](https://a.test/i.png)", "<https://a.test/?a=1&b=2>", "|",
    "| a | b |",
    "\n| --- | --- |\n", "\\", "\\|", "&", "&lt;", "&amp;", "&#35;", "<b>", "</b>", "<!--",
    "\n<div>\n",
    "@all", "#1", "!2", "~bug", "%3", "$x$", ":smile:", ":)", "(!)", "\n/close\n", "\n/assign @a",
    "Closes #1", "{code}", "\n{code}\n", "{noformat}", "{{", "}}", "{color:red}", "h1. ", "\nh2. x",
    "bq. ", "||", "[~admin]", "!x.png!", "mailto:a@b.test", "https://a.test/b_c", "www.a.test",
    "<!channel>", "<@U123>", "@here", "#general", "[[_TOC_]]", "    code", "\t", "  \n", "\\\n",
    ".",
    ",", "-", "+", "=", "^", "?", "'", "\"", ";", "/", "\u{202E}", "\u{7F}", "\u{2060}", "{", "}",
    "-\n", "\n  -\n", "\n    -\n", "\n+ ", "\n* ", "\n3. ", "&#32;", "&#10;", "&nbsp;",
    "[](x)", "<https://a.test/-/issues/1>", "<x>", "0", "...",
  ]

  /// A text of at most so many pieces.
  static func text(_ dice: inout Dice, pieces count: Int = 60) -> String {
    (0..<Int.random(in: 1...count, using: &dice)).map { _ in dice.one(of: pieces) }.joined()
  }

  /// Many texts.
  static func texts(_ count: Int, seed: UInt64) -> [String] {
    var dice = Dice(seed: seed)
    return (0..<count).map { _ in text(&dice) }
  }
}
