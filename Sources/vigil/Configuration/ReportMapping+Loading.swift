internal import Findings
internal import Readers

extension ReportMapping {
  /// Adds those that stand in files, one each, to the mappings known before.
  static func load(
    _ files: [String],
    besides others: [ReportMapping]
  ) async throws(Problem) -> [ReportMapping] {
    var mappings = others
    for file in files {
      let text = try await LocalFile.text(file, hint: "--mapping names it")
      mappings.append(try ReportMapping(parsing: text, file: file, besides: mappings))
    }
    return mappings
  }

  /// Reads the text of a mapping's file.
  ///
  /// - Parameters:
  ///   - text: The YAML.
  ///   - file: The file's path, for problems.
  ///   - others: The mappings known before, whose names are taken.
  /// - Throws: The first thing that is wrong, with its line.
  init(parsing text: String, file: String, besides others: [ReportMapping]) throws(Problem) {
    guard let section = try YAMLSection(parsing: text, file: file) else {
      throw Problem(file: file, problem: "is empty", hint: "site/configuration.md has an example")
    }
    self = try ReportMapping(section, besides: others)
  }

  /// Reads a mapping.
  init(_ section: YAMLSection, besides others: [ReportMapping]) throws(Problem) {
    try section.allow([
      "name", "syntax", "scanner", "category", "recognise", "entries", "fields", "severities",
      "passed", "ignored", "failed", "identity",
    ])
    guard let name = try section.string("name") else { throw section.missing("name") }
    guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), name.utf8.count <= 60 else {
      throw section.problem("name", "must be one word of at most 60 letters")
    }
    if readers.contains(where: { $0.format.name == name })
      || others.contains(where: { $0.name == name })
    {
      throw section.problem("name", "\"\(name)\" is the name of another format")
    }
    guard let syntax = try section.word("syntax", of: Syntax.self) else {
      let words = Syntax.allCases.map(\.rawValue).joined(separator: ", ")
      throw section.missing("syntax", hint: "one of \(words)")
    }
    guard let category = try section.string("category") else {
      let words = Category.known.map(\.rawValue).joined(separator: ", ")
      throw section.missing("category", hint: "such as \(words)")
    }
    self.init(
      name: name,
      syntax: syntax,
      scanner: try section.string("scanner"),
      category: Category(named: category)
    )
    try readRecognition(section)
    try readEntries(section)
    try readFields(section)
  }

  private mutating func readRecognition(_ section: YAMLSection) throws(Problem) {
    guard let recognise = try section.section("recognise") else {
      throw section.missing("recognise", hint: "say what only these reports have")
    }
    switch syntax {
    case .csv: try recognise.allow(["columns"])
    case .xml: try recognise.allow(["root", "exists", "equals"])
    case .json, .jsonLines: try recognise.allow(["exists", "equals"])
    }
    root = try recognise.string("root")
    columns = try recognise.strings("columns")
    for path in try recognise.strings("exists") {
      recognition.append(Condition(try self.path(path, recognise, "exists")))
    }
    recognition += try conditions(recognise, "equals")
    if root == nil, columns.isEmpty, recognition.isEmpty {
      throw section.problem("recognise", "says nothing", hint: "say what only these reports have")
    }
  }

  private mutating func readEntries(_ section: YAMLSection) throws(Problem) {
    if let text = try section.string("entries") {
      guard syntax != .csv else {
        throw section.problem("entries", "has no meaning for CSV, whose entries are its rows")
      }
      let path = try self.path(text, section, "entries")
      guard path.isList else {
        let example = syntax == .xml ? "results/issue[*]" : "results[*]"
        throw section.problem("entries", "must end with [*]", hint: "such as \(example)")
      }
      entries = path
    } else if syntax == .json || syntax == .xml {
      throw section.missing("entries", hint: "the list whose elements are findings")
    }
    passed = try conditions(section, "passed")
    ignored = try conditions(section, "ignored")
    if !section.isSection("failed"), let text = try section.string("failed") {
      failed = [Condition(try path(text, section, "failed"))]
    } else {
      failed = try conditions(section, "failed")
    }
    if syntax == .csv, !failed.isEmpty {
      throw section.problem("failed", "has no meaning for CSV, which has nothing but rows")
    }
  }

  private mutating func readFields(_ section: YAMLSection) throws(Problem) {
    guard let fields = try section.section("fields") else { throw section.missing("fields") }
    try fields.allow(Field.allCases.map(\.rawValue))
    for field in Field.allCases {
      self.fields[field] = try value(of: field, in: fields)
    }
    if self.fields[.rule] == nil {
      throw fields.missing("rule", hint: "a path, or {value: a text} if all have one rule")
    }
    if let table = try section.section("severities") {
      for word in table.keys { severities[word.lowercased()] = try table.word(word) }
    }
    for word in try section.strings("identity") {
      identity.append(try identityField(word, section))
    }
  }

  private func identityField(_ word: String, _ section: YAMLSection) throws(Problem) -> Field {
    guard let field = Field(rawValue: word), field.isStable else {
      let known = Field.allCases.filter(\.isStable).map(\.rawValue)
      let hint = "one or more of \(known.joined(separator: ", "))"
      throw section.problem("identity", "\"\(word)\" does not stay the same", hint: hint)
    }
    guard fields[field] != nil else {
      throw section.problem("identity", "\"\(word)\" is not among the fields")
    }
    return field
  }
}
