import FoundationEssentials
import Syntax
import Templates
import Testing

/// The official tests of the Mustache language (mustache/spec), read from beside the repository.
@Suite struct SpecificationTests {
  /// The cases this engine refuses on purpose.
  ///
  /// Names and partials that are not there are errors when a template is loaded, where Mustache
  /// writes nothing. Inside an inverted section the
  /// record it asks for is not there, so its fields are unknown names too.
  static let refused: Set<String> = [
    "interpolation: Basic Context Miss Interpolation",
    "interpolation: Triple Mustache Context Miss Interpolation",
    "interpolation: Ampersand Context Miss Interpolation",
    "interpolation: Dotted Names - Broken Chains",
    "interpolation: Dotted Names - Broken Chain Resolution",
    "interpolation: Dotted Names - Context Precedence",
    "interpolation: Dotted Names are never single keys",
    "sections: Context Misses",
    "sections: Dotted Names - Broken Chains",
    "inverted: Context", "inverted: List",
    "inverted: Context Misses",
    "inverted: Dotted Names - Broken Chains",
    "partials: Failed Lookup",
  ]

  @Test(
    .enabled(if: Specification.folder != nil, "no specification beside the repository"),
    arguments: [
      "interpolation": 42, "sections": 34, "inverted": 22, "comments": 12, "delimiters": 14,
      "partials": 12,
    ]
  )
  func theOfficialCasesPass(module: String, count: Int) throws {
    let cases = try Specification.cases(of: module)
    #expect(cases.count == count)
    for example in cases {
      if Self.refused.contains("\(module): \(example.name)") {
        #expect(throws: TemplateError.self, "\(module): \(example.name)") { try example.render() }
      } else {
        let output = try example.render()
        #expect(output == example.expected, "\(module): \(example.name)")
      }
    }
  }
}

/// The specification's files and the cases in them.
enum Specification {
  struct Case {
    var name: String
    var data: Datum
    var template: String
    var partials: [String: String]
    var expected: String

    /// The output of the case.
    ///
    /// What the template writes raw is declared as markup, which the
    /// specification does not know.
    func render() throws -> String {
      var files = partials.mapValues { Array($0.utf8) }
      files["main"] = Array(template.utf8)
      let named = Dictionary(uniqueKeysWithValues: files.map { ("\($0).html.mustache", $1) })
      let library = try TemplateLibrary(files: named)
      let record = data.root(markup: rawNames)
      let compiled = try library.template("main.html", for: record.shape)
      return String(decoding: compiled.render(record), as: UTF8.self)
    }

    private var rawNames: Set<String> {
      let texts = [template] + partials.values
      return Set(
        texts.flatMap { $0.matches(of: /\{\{(?:\{|&)\s*(?:\w+\.)*([\w.]+)/).map { String($0.1) } }
      )
    }
  }

  static var folder: URL? {
    let named = ProcessInfo.processInfo.environment["VIGIL_SHARED"].map { URL(filePath: $0) }
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = (named ?? root.deletingLastPathComponent().appending(path: "shared"))
      .appending(path: "specs/mustache")
    return FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) ? folder : nil
  }

  static func cases(of module: String) throws -> [Case] {
    guard let folder else { return [] }
    let data = try Data(contentsOf: folder.appending(path: "\(module).json"))
    let root = try JSONDocument(parsing: Array(data)).root
    return try root["tests"].elements.map { test in
      Case(
        name: try test.requiredString("name"),
        data: Datum(test["data"]),
        template: try test.requiredString("template"),
        partials: Dictionary(
          uniqueKeysWithValues: test["partials"].members.map { ($0.key, $0.value.string ?? "") }
        ),
        expected: try test.requiredString("expected")
      )
    }
  }
}
