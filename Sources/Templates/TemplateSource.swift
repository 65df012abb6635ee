/// One template file as it was read, parsed into a tree.
struct TemplateSource: Sendable {
  /// The file, with its extension `.mustache`, relative to the templates' folder.
  let file: String
  /// Its bytes.
  let bytes: [UInt8]
  /// The language of its output.
  let language: Language
  /// What it says.
  let nodes: [TemplateNode]

  /// The name without `.mustache`, such as `dashboards/index.html`.
  var name: Substring { file.dropLast(Self.suffix.count) }

  static let suffix = ".mustache"

  /// Reads a file.
  init(file: String, bytes: [UInt8]) throws(TemplateError) {
    let parts = file.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 2, parts.last == "mustache",
      let language = Language(fileExtension: parts[parts.count - 2])
    else {
      throw TemplateError(
        file: file,
        line: 1,
        column: 1,
        problem: "the file's name does not say which language it writes",
        hint: "name it …\(Self.suffix) after html, md, svg, xml or txt, as in page.html.mustache"
      )
    }
    var parser = TemplateParser(
      source: TemplateSource(file: file, bytes: bytes, language: language, nodes: [])
    )
    self.init(file: file, bytes: bytes, language: language, nodes: try parser.parse())
  }

  private init(file: String, bytes: [UInt8], language: Language, nodes: [TemplateNode]) {
    self.file = file
    self.bytes = bytes
    self.language = language
    self.nodes = nodes
  }
}

/// One piece of a template.
indirect enum TemplateNode: Sendable {
  /// Bytes of the file, as they are.
  case literal(Range<Int>)
  /// A line that is not blank begins here: the place for the indentation of a partial.
  case lineStart
  /// A value, escaped unless it is raw.
  case value(TemplateName, raw: Bool)
  /// What is written if the name holds something, or, inverted, if it does not.
  case section(TemplateName, inverted: Bool, body: [TemplateNode])
  /// Another template, each of its lines indented.
  case partial(TemplateName, indentation: Range<Int>)
}

/// A name in a tag, and where.
struct TemplateName: Sendable {
  /// As it is written, such as `project.name`.
  let text: String
  /// The offset of the name in the file.
  let offset: Int

  /// The names along the way; `.` is one name.
  var parts: [Substring] { text == "." ? ["."] : text.split(separator: ".") }
}
