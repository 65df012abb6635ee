internal import Syntax

/// One use of a name in a template: whether its kind allows it, and the step that does it.
struct TemplateUse {
  let source: TemplateSource
  let name: TemplateName
  let found: TemplateScope.Found

  /// The step that writes the value.
  func write(raw: Bool) throws(TemplateError) -> TemplateProgram.Instruction {
    switch found.kind {
    case .number: return .value(found.reference, source.language)
    case .text where !raw: return .value(found.reference, source.language)
    case .link where !raw: return .finished(found.reference, source.language)
    case .markup(let language) where raw:
      guard source.language.embeds(language) else {
        throw error(
          "\"\(name.text)\" is \(language.title), but this template writes \(source.language.title)"
        )
      }
      return .finished(found.reference, source.language)
    case .text, .link:
      throw error(
        "\"\(name.text)\" is not markup: written raw, it could be anything",
        hint: "write {{\(name.text)}}"
      )
    case .markup:
      throw error(
        "\"\(name.text)\" is finished markup: escaping would spoil it",
        hint: "write {{{\(name.text)}}}"
      )
    case .flag:
      throw error("\"\(name.text)\" is a flag", hint: "ask for it: {{#\(name.text)}}…")
    case .record, .list:
      throw error(
        "\"\(name.text)\" is not one value",
        hint: "enter it: {{#\(name.text)}}…{{/\(name.text)}}"
      )
    }
  }

  /// The step that begins a section, its end not yet known; changes the scope to that inside it.
  func section(
    inverted: Bool,
    scope: inout TemplateScope
  ) throws(TemplateError) -> TemplateProgram.Instruction {
    if inverted { return .ifAbsent(found.reference, end: 0) }
    switch found.kind {
    case .text, .number, .link, .markup:
      scope.dot = found
      return .ifPresent(found.reference, end: 0)
    case .flag: return .ifPresent(found.reference, end: 0)
    case .record(let shape), .list(let shape):
      let setAside = scope.enter(shape(), found: found)
      return .each(found.reference, setAside: setAside, end: 0)
    }
  }

  private func error(_ problem: String, hint: String? = nil) -> TemplateError {
    TemplateError(source, at: name.offset, problem: problem, hint: hint)
  }
}

extension TemplateError {
  /// A name that means nothing where it stands.
  static func unknown(
    _ part: Substring,
    _ name: TemplateName,
    _ source: TemplateSource,
    among names: [String],
    of shapes: [Shape]
  ) -> TemplateError {
    let places = shapes.reversed().map(\.name).joined(separator: ", ")
    let nearest = NearestName.suggestion(for: part, among: names)
    return TemplateError(
      source,
      at: name.offset,
      problem: "unknown name \"\(part)\" (looked in: \(places))",
      hint: nearest.map { "did you mean \"\($0)\"?" }
        ?? "known here: \(names.joined(separator: ", "))"
    )
  }

  /// A dotted name that leads through something without parts.
  static func notARecord(
    _ part: Substring,
    _ kind: Shape.Kind,
    _ name: TemplateName,
    _ source: TemplateSource
  ) -> TemplateError {
    var hint: String?
    if case .list = kind { hint = "enter the list: {{#\(part)}}…{{/\(part)}}" }
    return TemplateError(
      source,
      at: name.offset,
      problem: "\"\(part)\" in \"\(name.text)\" is not one record",
      hint: hint
    )
  }
}
