internal import Syntax

/// The parsed files of a library, found by the names templates use.
struct TemplateSources: Sendable {
  private let byName: [Substring: TemplateSource]

  /// Parses files and checks that every partial they name is there.
  init(files: [String: [UInt8]]) throws(TemplateError) {
    var byName: [Substring: TemplateSource] = [:]
    for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let source = try TemplateSource(file: file, bytes: bytes)
      byName[source.name] = source
    }
    self.byName = byName
    for (_, source) in byName.sorted(by: { $0.key < $1.key }) {
      for name in source.nodes.flatMap(\.partials) { _ = try partial(name, of: source) }
    }
  }

  /// The names of all templates, sorted.
  var names: [String] { byName.keys.map(String.init).sorted() }

  /// The template of a name such as `dashboards/index.html`.
  func template(_ name: String) -> TemplateSource? { byName[name[...]] }

  /// The partial that a template names: beside it or from the top, its own language understood.
  func partial(
    _ name: TemplateName,
    of source: TemplateSource
  ) throws(TemplateError) -> TemplateSource {
    let folder = source.name.lastIndex(of: "/").map { source.name[...$0] } ?? ""
    let ending = source.name.lastIndex(of: ".").map { source.name[$0...] } ?? ""
    let candidates = [
      folder + name.text + ending, name.text + ending, folder + name.text, name.text[...],
    ]
    guard let found = candidates.lazy.compactMap({ byName[$0] }).first else {
      throw TemplateError(
        source,
        at: name.offset,
        problem: "there is no partial \"\(name.text)\"",
        hint: NearestName.suggestion(for: candidates[0], among: names)
          .map { "did you mean \"\($0)\"?" }
      )
    }
    guard source.language.embeds(found.language) else {
      throw TemplateError(
        source,
        at: name.offset,
        problem:
          "the partial \"\(name.text)\" is \(found.language.title), "
          + "but this template writes \(source.language.title)"
      )
    }
    return found
  }
}

extension TemplateNode {
  /// The partials named in it.
  fileprivate var partials: [TemplateName] {
    switch self {
    case .partial(let name, _): [name]
    case .section(_, _, let body): body.flatMap(\.partials)
    case .literal, .lineStart, .value: []
    }
  }
}
