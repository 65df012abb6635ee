import Foundation
import TestSupport
import Testing

/// What is written about the configuration is what the program takes.
@Suite struct ConfigurationDocumentTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
  }

  /// The keys that the page's first table names, such as `artifacts.from`, and those of the sections
  /// that have a table of their own.
  private func documented() throws -> [String] {
    let page = Checkout.root.appendingPathComponent("site/configuration.md")
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").map(
      String.init
    )
    func keys(after head: String) throws -> [String] {
      let start = try #require(lines.firstIndex { $0.hasPrefix(head) })
      return lines[start...].dropFirst(2).prefix { $0.hasPrefix("| `") }
        .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    }
    let sections = ["tickets", "messages"]
    var all = try keys(after: "| key |").filter { !sections.contains($0) }
    for section in sections {
      all += try keys(after: "| key of `\(section)` |").map { "\(section).\($0)" }
    }
    return all
  }

  /// The first example in a language of the page's section about mappings.
  private func example(in language: String) throws -> String {
    let page = Checkout.root.appendingPathComponent("site/configuration.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## Formats of your own\n").last)
    let parts = section.components(separatedBy: "```\(language)\n")
    try #require(parts.count == 2)
    return try #require(parts[1].components(separatedBy: "```").first)
  }

  /// The template with every key in force.
  private func template() throws -> String {
    _ = try workspace.vigil("init", "template.yml")
    let text = try String(contentsOfFile: workspace.folder("template.yml"), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        // A key that is commented out has a colon after one word; a sentence has not.
        let pattern = /^( *)# ([a-z_]+:.*)$/
        guard let match = line.wholeMatch(of: pattern) else { return String(line) }
        return "\(match.output.1)\(match.output.2)"
      }
      .joined(separator: "\n")
  }

  @Test func everyKeyOfTheTemplateIsSound() throws {
    let text = try template().replacing("\n  key_variable", with: "\n  # key_variable")
    try text.write(toFile: workspace.folder("all.yml"), atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: workspace.folder("templates"),
      withIntermediateDirectories: true
    )
    try workspace.folder.write(try example(in: "yaml"), to: "formats/acme.yml")
    let check = try workspace.vigil("run", "--config", "all.yml", "--check-config")
    #expect(check.code == 0, "\(check.errorLines)")
  }

  @Test func theMappingOnThePageReadsTheReportOnThePage() throws {
    try workspace.folder.write(try example(in: "yaml"), to: "formats/acme.yml")
    try workspace.folder.write(try example(in: "json"), to: "report.dat")
    let run = try workspace.vigil("inspect", "--mapping", "formats/acme.yml", "report.dat")
    #expect(run.code == 0 && run.errorLines.isEmpty, "\(run.errorLines)")
    let text = run.outputLines.joined(separator: "\n")
    #expect(text.contains("reader    acme-audit") && text.contains("outcome   complete"))
    #expect(text.contains("findings  1: 1 high") && text.contains("checks    1 passed"))
    #expect(text.contains("infra/main.tf:12"))
  }

  @Test func thePageAndTheTemplateNameTheSameKeys() throws {
    var keys: Set<String> = []
    var section = ""
    for line in try template().split(separator: "\n") {
      guard let match = line.firstMatch(of: /^( *)([a-z_]+):(.*)$/) else { continue }
      let name = String(match.output.2)
      let isTop = match.output.1.isEmpty
      let hasValue = !match.output.3.trimmingCharacters(in: .whitespaces).isEmpty
      if isTop { section = hasValue ? "" : name }
      if !isTop { keys.insert("\(section).\(name)") } else if hasValue { keys.insert(name) }
    }
    let s3 = Set(["endpoint", "region", "path_style", "profile", "certificates"])
    func isOfStore(_ key: String) -> Bool {
      s3.contains(key.split(separator: ".").last.map(String.init) ?? "")
    }
    keys = keys.filter { !isOfStore($0) }
    let page = Set(try documented().filter { !isOfStore($0) })
    #expect(page.count > 12)
    #expect(page == keys)
  }
}
