internal import Syntax

/// All templates, read and parsed, ready to be compiled for the views that fill them.
public struct TemplateLibrary: Sendable {
  private let sources: TemplateSources

  /// Reads templates by their files, such as `dashboards/index.html.mustache`, some of them
  /// replaced by a user's own.
  ///
  /// Throws if a file does not parse, names a partial that is not there, or replaces nothing.
  public init(
    files: [String: [UInt8]],
    overrides: [String: [UInt8]] = [:]
  ) throws(TemplateError) {
    for file in overrides.keys.sorted() where files[file] == nil {
      throw TemplateError(
        file: file,
        line: 1,
        column: 1,
        problem: "there is no template of this name to replace",
        hint: NearestName.suggestion(for: file, among: Array(files.keys))
          .map { "did you mean \"\($0)\"?" }
      )
    }
    sources = try TemplateSources(files: files.merging(overrides) { _, own in own })
  }

  /// The names of all templates, sorted.
  public var names: [String] { sources.names }

  /// A template compiled for a shape; `name` is the file without `.mustache`.
  ///
  /// Throws if there is no such template, or if it uses a name that the shape does not have, or
  /// uses one in a way its kind does not allow.
  public func template(_ name: String, for shape: Shape) throws(TemplateError) -> Template {
    guard let source = sources.template(name) else {
      throw TemplateError(
        file: name + TemplateSource.suffix,
        line: 1,
        column: 1,
        problem: "there is no such template",
        hint: NearestName.suggestion(for: name, among: names).map { "did you mean \"\($0)\"?" }
      )
    }
    var compiler = TemplateCompiler(sources: sources, shape: shape)
    try compiler.compile(source)
    return Template(program: compiler.program, language: source.language)
  }

  /// A template compiled for a kind of view.
  public func template<View: TemplateView>(
    _ name: String,
    for _: View.Type
  ) throws(TemplateError) -> ViewTemplate<View> {
    ViewTemplate(template: try template(name, for: View.shape))
  }
}
