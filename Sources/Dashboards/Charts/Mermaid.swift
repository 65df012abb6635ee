internal import Templates

/// Small charts in the language that GitLab draws; labels are ASCII.
enum Mermaid {
  /// Points along a line of dates; each series has as many values as there are labels.
  static func lines(
    title: String,
    labels: [String],
    series: [(kind: String, values: [Int])]
  ) -> Markup? {
    guard !labels.isEmpty else { return nil }
    let top = CountAxis(series.flatMap(\.values).max() ?? 0).top
    var lines = [
      "xychart-beta", "  title \(quoted(title))",
      "  x-axis [\(labels.map(quoted).joined(separator: ", "))]", "  y-axis 0 --> \(top)",
    ]
    for (kind, values) in series {
      lines.append("  \(kind) [\(values.map(String.init).joined(separator: ", "))]")
    }
    return fenced(lines)
  }

  /// The parts of a whole; parts of zero are left out, since Mermaid refuses them.
  static func pie(title: String, parts: [(name: String, count: Int)]) -> Markup? {
    let parts = parts.filter { $0.count > 0 }
    guard !parts.isEmpty else { return nil }
    return fenced(
      ["pie showData", "  title \(plain(title))"]
        + parts.map { "  \(quoted($0.name)) : \($0.count)" }
    )
  }

  private static func fenced(_ lines: [String]) -> Markup {
    Markup("```mermaid\n\(lines.joined(separator: "\n"))\n```", in: .markdown)
  }

  private static func quoted(_ text: String) -> String { "\"\(plain(text))\"" }

  /// The letters, digits and spaces of a text and what cannot end a word or a line of Mermaid.
  private static func plain(_ text: String) -> String {
    let kept = text.utf8.prefix(120).map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"):
        byte
      default: UInt8(ascii: " ")
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
