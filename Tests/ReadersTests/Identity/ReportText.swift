import Foundation

@testable import Readers
@testable import Syntax

/// A report as trees, which can be written as text again.
struct ReportText: Sendable {
  /// How the trees are written.
  enum Form {
    case json
    case lines
    case xml
    case csv
    case text
  }

  var form: Form
  /// One tree; for JSON values that follow one another, a list of them; for CSV, a list of rows.
  var tree: ReportTree
  /// The lines of CSV above the rows, the header being the last.
  private var head: [[String]] = []

  /// A parsed report as trees.
  init(_ content: Report.Content) {
    switch content {
    case .json(let root): (form, tree) = (.json, ReportTree(root))
    case .lines(let values): (form, tree) = (.lines, .list(values.map { ReportTree($0) }))
    case .xml(let root): (form, tree) = (.xml, ReportTree(root))
    case .text(let text): (form, tree) = (.text, .text(text))
    case .csv(let table):
      let records = (0..<table.records.count).map { record in
        table.records.fields(of: record).map { table.records.text($0) }
      }
      let width = records.map(\.count).max() ?? 0
      let header = records.firstIndex { $0.count == width } ?? 0
      form = .csv
      head = Array(records[...header])
      tree = .list(
        records[(header + 1)...].map { fields in
          .object(fields.enumerated().map { (name(of: $0, in: records[header]), .text($1)) })
        }
      )
    }
  }

  /// The report rewritten; the columns of CSV stay in their order.
  func rewritten(by rewriting: ReportTree.Rewriting) -> ReportText {
    var rewriting = rewriting
    if form == .csv { rewriting.members = { $0 } }
    var rewritten = self
    rewritten.tree = tree.rewritten(by: rewriting)
    return rewritten
  }

  /// The text of the report.
  var bytes: [UInt8] {
    switch (form, tree) {
    case (.lines, .list(let values)):
      return Array(values.map { $0.json + "\n" }.joined().utf8)
    case (.csv, .list(let rows)):
      return Array((head + rows.map(\.fields)).map(line).joined().utf8)
    case (.xml, _): return Array(tree.xml(inside: nil).utf8)
    case (.text, _): return Array(tree.characters.utf8)
    default: return Array(tree.json.utf8)
    }
  }
}

private func name(of column: Int, in header: [String]) -> String {
  column < header.count ? header[column].trimmingCharacters(in: .whitespaces) : "\(column)"
}

private func line(of fields: [String]) -> String {
  fields.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
}

extension ReportTree {
  fileprivate var characters: String {
    if case .text(let text) = self { text } else { "" }
  }

  fileprivate var fields: [String] {
    if case .object(let members) = self { members.map(\.value.characters) } else { [] }
  }

  fileprivate var json: String {
    switch self {
    case .text(let text):
      var writer = JSONWriter()
      writer.string(text)
      return String(decoding: writer.bytes, as: UTF8.self)
    case .literal(let word): return word
    case .list(let elements): return "[\(elements.map(\.json).joined(separator: ","))]"
    case .object(let members):
      let written = members.map { "\(ReportTree.text($0.name).json):\($0.value.json)" }
      return "{\(written.joined(separator: ","))}"
    case .element: return "null"
    }
  }

  fileprivate func xml(inside namespace: String?) -> String {
    guard case .element(let node) = self else { return escaped(characters) }
    var attributes = node.attributes.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
    if node.namespace != namespace { attributes += " xmlns=\"\(escaped(node.namespace ?? ""))\"" }
    let children = node.children.map { $0.xml(inside: node.namespace) }.joined()
    return "<\(node.name)\(attributes)>\(children)</\(node.name)>"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
      .replacing("\r", with: "&#13;").replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
  }
}
