import Findings
import Testing

@testable import Readers

/// A change of a report that leaves every finding what it was.
struct Transformation: Sendable, CustomTestStringConvertible {
  /// What a rewriting may be made of.
  struct Context {
    /// The format's name.
    var format: String
    /// What the report says before it is changed.
    var reading: Reading
    /// The sound reports of the format, to take other legal values from.
    var reports: [ReportText]
    /// What must be left alone.
    var exceptions: [IdentityException]
  }

  var name: String
  /// What is rewritten, where no exception forbids it.
  var rewriting: @Sendable (Context) -> ReportTree.Rewriting
  /// What tells that the change was seen; nil where a finding does not have it.
  var trace: @Sendable (Finding) -> String?

  var testDescription: String { name }

  /// The formats whose reports do not show the change though their findings have the fact, and why.
  var unseen: [String: String] { Self.unseen[name] ?? [:] }

  private static let unseen = [
    "lines": ["junit": "lines stand inside messages"],
    "severities": [
      "conftest": "the names of lists are the severities",
      "docker-bench": "one outcome of a check alone is a finding",
      "fortify-fpr": "severities are made of impact, probability and accuracy",
      "kube-bench": "severities are the outcomes of checks",
      "nmap": "scores stand inside the output of a script",
    ],
  ]

  static let all = [order, lines, severities, versions, images, replicas, moments]

  static func == (left: Transformation, right: Transformation) -> Bool { left.name == right.name }
}

extension Transformation {
  /// Another order of entries, of the members of objects, and of elements of the same name.
  static let order = Transformation(name: "order") { _ in
    ReportTree.Rewriting(list: { $1.reversed() }, members: { $0.reversed() })
  } trace: { _ in
    nil
  }

  /// Seven lines and columns further on, as if something had been written above.
  static let lines = Transformation(name: "lines") { _ in
    ReportTree.Rewriting(
      leaf: { path, text, _ in
        if path.last == "source", text.contains("\n") {
          return String(repeating: "\n", count: 7) + text
        }
        return isLine(path) && isNumber(text) || isNumbered(text) ? shifted(text) : text
      },
      name: { path, name in path.last == "details" ? shifted(name) : name }
    )
  } trace: { finding in
    finding.location.line.map(String.init)
  }

  /// Another date and time.
  static let moments = Transformation(name: "moments") { _ in
    ReportTree.Rewriting(leaf: { _, text, _ in
      text.replacing(/20[0-9]{2}(?=-[0-9]{2}-[0-9]{2})/) { String((Int($0.output) ?? 0) + 1) }
    })
  } trace: { _ in
    nil
  }

  private static func isLine(_ path: [String]) -> Bool {
    let name = path.last?.lowercased() ?? ""
    let parent = path.dropLast().last?.lowercased() ?? ""
    return ["line", "column", "row", "offset"].contains { name.contains($0) }
      || ["line", "column"].contains { parent.contains($0) }
      || name.hasPrefix("col") || parent == "files" && name.contains(".")
  }

  /// Whether a text is a number, several, or a range of them.
  private static func isNumber(_ text: String) -> Bool {
    text.contains(/^[0-9]+([,-][0-9]+)*$/)
  }

  /// Whether a text is code of which each line stands behind its number.
  private static func isNumbered(_ text: String) -> Bool {
    let lines = text.split(separator: "\n")
    return text.contains("\n") && lines.allSatisfy { $0.contains(/^[0-9]+[: ]/) }
  }

  /// A number, several, a range, or the numbers at the starts of lines, all seven higher.
  private static func shifted(_ text: String) -> String {
    let pattern = isNumber(text) ? /(?:[0-9]+)/ : /(?:^[0-9]+)/.anchorsMatchLineEndings()
    return text.replacing(pattern) { match in
      let number = Int(match.output) ?? 0
      return number > 0 ? String(number + 7) : String(match.output)
    }
  }
}
