import Templates
import Testing

@testable import Markdown

@Suite struct MarkdownTableTests {
  private func table(_ markdown: String) -> MarkdownTable? {
    guard case .table(let table)? = MarkdownDocument(parsing: markdown).blocks.first else {
      return nil
    }
    return table
  }

  @Test func aTableIsHeadingsAndRowsOfAsManyCells() {
    let text = """
      before

      | Package | Fix |
      |---|:-:|
      | *left*-pad | `1.0` |
      | no bar at the end | x
      one
      | a | b | c |

      after
      """
    #expect(
      MarkdownDocument(parsing: text).html().description == """
        <p>before</p>
        <div class="scroll"><table><thead><tr><th scope="col">Package</th><th scope="col">Fix</th></tr>
        </thead><tbody><tr><td><em>left</em>-pad</td><td><code>1.0</code></td></tr>
        <tr><td>no bar at the end</td><td>x</td></tr>
        <tr><td>one</td><td></td></tr>
        <tr><td>a</td><td>b</td></tr>
        </tbody></table></div>
        <p>after</p>

        """
    )
    #expect(
      MarkdownDocument(parsing: text).plainText
        == "before Package Fix left-pad 1.0 no bar at the end x one a b after"
    )
  }

  @Test func anEscapedBarIsPartOfItsCell() {
    let table = table("| a\\|b | c |\r\n|-|-|\r\n| `x\\|y` | &#124; |")
    #expect(table?.header == [[.text("a|b")], [.text("c")]])
    #expect(table?.rows == [[[.code("x|y")], [.text("|")]]])
  }

  @Test func aCellIsOneLineAndNeverABlock() {
    let table = table("| # a # | - b |\n|---|---|\n| > c | 1. d |\n| --- | ``` |\n| \\ | e # |")
    #expect(table?.header == [[.text("# a #")], [.text("- b")]])
    #expect(
      table?.rows == [
        [[.text("> c")], [.text("1. d")]], [[.text("---")], [.text("```")]],
        [[.text("\\")], [.text("e #")]],
      ]
    )
  }

  @Test(
    arguments: [
      "a | b\nc | d", "| a | b |\n| --- |", "| a |\n| --- | --- |", "| a |\n| -x- |",
      "| a |\n| : |",
      "| a |\n\n| --- |", "a\n| --- |", "- | a |\n  | --- |", "> | a |\n> | --- |", "| --- |",
      String(repeating: "|a", count: 33) + "|\n" + String(repeating: "|-", count: 33) + "|",
    ]
  )
  func whatIsNoTableStaysText(markdown: String) {
    #expect(table(markdown) == nil)
    #expect(!MarkdownDocument(parsing: markdown).html().description.contains("<table"))
  }

  @Test func aTableFromAScannerIsSafeInHTML() {
    let html = Markup(
      markdown: "| <script> | [x](javascript:y) |\n|-|-|\n| <img src=x> | ![z](https://a.test/z) |"
    ).description
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    #expect(!html.contains("javascript"))
    #expect(html.contains("<a href=\"https://a.test/z\""))
  }
}
