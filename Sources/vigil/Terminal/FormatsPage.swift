internal import Readers

/// A page in Markdown about report formats: `site/formats.md` is the one about all of them.
struct FormatsPage {
  /// The page.
  let text: String

  /// A page about formats, in their order.
  init(_ formats: [ReportFormat]) {
    var lines = [
      "# Report formats", "",
      "What `vigil formats --markdown` writes: how each report is produced, what a finding in it is and",
      "is recognised by, and what the outcome of its scan is read from. Reports are recognised by their",
      "content, whatever their files are called.",
    ]
    for format in formats {
      lines += ["", "## \(Self.cell(format.title))", "", "| | |", "| --- | --- |"]
      lines += [
        ("name", "`\(format.name)`"), ("proven on", Self.cell(format.provenOn)),
        ("produce", Self.code(format.produce)), ("finding", Self.cell(format.finding)),
        ("outcome", Self.cell(format.outcome)),
      ]
      .map { "| \($0) | \($1) |" }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// A text of the registry, which is ours and may hold code between backticks, in a table's cell.
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// A command line as code, unless it holds code itself.
  private static func code(_ text: String) -> String {
    text.contains("`") ? cell(text) : "`\(cell(text))`"
  }
}
