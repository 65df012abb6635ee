internal import Syntax

/// One value of a report, whatever its syntax.
enum ReportNode {
  case json(JSON)
  case element(XMLElement)
  case row(CSVTable.Row)
  /// An attribute or a field, and where it stands.
  case text(String, place: String)

  /// The text of a string, a number, a truth value or an element; nil for what has none.
  var text: String? {
    switch self {
    case .json(let value): value.text
    case .element(let element): element.nonEmpty ?? ""
    case .row: nil
    case .text(let text, _): text
    }
  }

  /// Whether there is something to it: not empty, not `false`.
  var isTelling: Bool {
    guard case .json(let value) = self else { return text.map { !$0.isEmpty } ?? true }
    if value.isObject || value.isArray { return value.count > 0 }
    return value.bool ?? (value.text.map { !$0.isEmpty } ?? false)
  }

  /// An error at its place.
  func error(_ problem: String) -> SyntaxError {
    switch self {
    case .json(let value): value.error(problem)
    case .element(let element): element.error(problem)
    case .row(let row): row.error(problem)
    case .text(_, let place): SyntaxError(place: place, problem: problem)
    }
  }

  /// What a step leads to; nothing where there is nothing.
  func nodes(at step: ReportPath.Step) -> [ReportNode] {
    switch self {
    case .json(let value): Self.nodes(in: value, at: step)
    case .element(let element): Self.nodes(in: element, at: step)
    case .row(let row):
      if case .member(let column) = step, let text = row[column] {
        [.text(text, place: row.place)]
      } else {
        []
      }
    case .text: []
    }
  }

  private static func nodes(in value: JSON, at step: ReportPath.Step) -> [ReportNode] {
    switch step {
    case .member(let name): existing(value[member: name])
    case .element(let position): existing(value[position])
    case .all: value.elements.map { .json($0) }
    case .members: value.members.map { .json($0.value) }
    case .attribute: []
    }
  }

  private static func existing(_ value: JSON) -> [ReportNode] {
    value.exists ? [.json(value)] : []
  }

  private static func nodes(in element: XMLElement, at step: ReportPath.Step) -> [ReportNode] {
    switch step {
    case .member(let name): element.children.filter { $0.name == name }.map { .element($0) }
    case .attribute(let name):
      element[attribute: name].map { [.text($0, place: element.place)] } ?? []
    case .all: [.element(element)]
    case .element, .members: []
    }
  }
}
