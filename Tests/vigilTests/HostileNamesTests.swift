import Foundation
import Services
import Syntax
import TestSupport
import Testing

/// Names and texts that want to be something else: none leaves its place, breaks a line or does
/// anything to a terminal.
@Suite struct HostileNamesTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
  }

  private static let names = [
    "<img src=x onerror=alert(1)>", "-rf", "--config", "=1+1", "@SUM(A1)", "..", "...", " ", "~",
    "$(id)", "`id`", "a\nb", "a\rb", "a\tb", "\u{1B}[2J", "\u{202E}txt.exe", "\u{85}\u{2028}",
    "\u{7F}", "%2e%2e%2f", "..%2f..%2fx", "CON", "a:b", "a\\..\\..\\b", "\u{FEFF}", "\u{E9}",
    "&lt;script&gt;", "'\"><script>alert(1)</script>", "{{title}}", "[a](javascript:b)",
    "/etc/passwd", "null", "__proto__", String(repeating: "x", count: 255),
    String(repeating: "\u{1F4A3}", count: 63),
  ].filter { !$0.contains("/") && $0 != ".." }

  @Test func aProjectOfAnyNameIsOneProject() throws {
    for name in Self.names {
      try workspace.put(Sample.semgrep(["a"]), at: "\(name)/sast/semgrep/report.json")
    }
    let run = try workspace.run(night: 1)
    #expect(run.code == 0, "\(run.errorLines)")
    expectHarmless(run)
    #expect(run.outputLines.count == 1)
    let projects = try workspace.report()["findings"].elements.compactMap { $0["project"].string }
    #expect(Set(projects.map { Array($0.utf8) }) == Set(Self.names.map { Array($0.utf8) }))
    #expect(try workspace.run(night: 2).code == 0)
    #expect(try workspace.vigil("verify").code == 0)
    try expectOnlyPlainFiles()
    for name in Self.names {
      let report = try workspace.vigil(
        "report",
        "--history",
        "history",
        "--project=\(name)",
        "--output",
        "one"
      )
      #expect(report.code == 0, "\(name): \(report.errorLines)")
      expectHarmless(report)
    }
  }

  @Test func aScannerAFileAndATargetMayHaveAnyName() throws {
    try workspace.folder.write(
      Workspace.configuration.replacing(
        "from: artifacts",
        with: "from: artifacts\n  layout: \"{project}/{target}/{scanner}/{branch}/{file}\""
      ),
      to: "vigil.yml"
    )
    for name in Self.names {
      try workspace.put(Sample.sarif(["a"]), at: "shop/\(name)/\(name)/\(name)/\(name)")
      try workspace.put("no report", at: "bad/\(name)/\(name)/\(name)/\(name)")
    }
    for night in 1...2 {
      let run = try workspace.run(night: night)
      #expect(run.code == 2)
      if night == 1 { #expect(run.errorLines.count == Self.names.count) }
      expectHarmless(run)
      #expect(try workspace.report()["findings"].elements.count { _ in true } == Self.names.count)
    }
    #expect(try workspace.vigil("verify").code == 0)
    try expectOnlyPlainFiles()
  }

  @Test func twoSpellingsOfOneNameAreNotReadAsOne() throws {
    try workspace.put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/\u{E9}.json")
    try workspace.put(Sample.semgrep(["b"]), at: "shop/sast/semgrep/e\u{301}.json")
    let run = try workspace.run(night: 1)
    #expect(run.code == 2 && run.errorLines.count == 1)
    #expect(run.errorLines[0].contains("another artifact has this name"))
  }

  /// Nothing was written outside, and no file's name needs quoting anywhere.
  private func expectOnlyPlainFiles() throws {
    let manager = FileManager.default
    let top = try manager.contentsOfDirectory(atPath: workspace.folder.path).sorted()
    #expect(top == ["artifacts", "history", "public", "vigil.yml"])
    for folder in ["history", "public"] {
      for file in try manager.subpathsOfDirectory(atPath: workspace.folder(folder)) {
        let isPlain = file.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "~"),
            UInt8(ascii: ":"):
            true
          default: false
          }
        }
        #expect(isPlain && !file.split(separator: "/").contains(".."), "\(file)")
      }
    }
  }

  private static let texts = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\u{1B}]0;owned\u{7}\u{1B}[2J",
    "\u{202E}drawkcab\u{2066}", "a\r\nFAKE: line\u{2028}and\u{85}more", "=cmd|' /C calc'!A0",
    "![x](http://evil.example/?q)", "[x](javascript:alert(1))", "\u{0}\u{1}\u{8}\u{9B}31m",
    "{{#findings}}", "${jndi:ldap://x}", "/close\n/assign @root", "`\"'\\", "<!--", "-->", "]]>",
    String(repeating: "A", count: 100_000), String(repeating: "\u{301}", count: 5_000),
  ]

  @Test func whateverATextSaysEveryCommandPrintsHarmlessLines() throws {
    for (number, text) in Self.texts.enumerated() {
      try workspace.put(hostileSARIF(text), at: "p\(number)/sast/acme/a.sarif")
      try workspace.put(hostileSemgrep(text), at: "p\(number)/sast/semgrep/b.json")
      try workspace.put(
        "{\(Self.quoted(text)): [1, {\(Self.quoted(text)): tru",
        at: "p\(number)/x/y/z"
      )
    }
    let run = try workspace.run(night: 1, "--verbose")
    #expect(run.code == 2)
    expectHarmless(run)
    #expect(try workspace.run(night: 2).code == 2)
    try expectInertPages()
    let ids = try workspace.report()["findings"].elements.compactMap { $0["id"].string }
    #expect(ids.count == 2 * Self.texts.count)
    for id in ids {
      let explanation = try workspace.vigil("explain", id)
      #expect(explanation.code == 0)
      expectHarmless(explanation)
    }
    for arguments in [
      ["inspect", "artifacts"], ["inspect", "--format", "json", "artifacts"],
      ["diff", "artifacts/p0/sast", "artifacts/p1/sast"],
      ["report", "artifacts", "--output", "out"],
    ] {
      let run = try Program(arguments, in: workspace.folder.path).wait()
      #expect(run.code != nil && !run.output.isEmpty)
      expectHarmless(run)
      #expect(run.outputLines.allSatisfy { $0.utf8.count < 100_000 })
    }
  }

  /// No page holds a tag, a picture or a link of a report's, and no cell of the table a formula.
  private func expectInertPages() throws {
    let live = ["<script>alert", "<img src", "href=javascript:", "href=\"javascript:", "<!-->"]
    for (file, bytes) in try workspace.files(in: "public") where file.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      for sign in live { #expect(!text.contains(sign), "\(file): \(sign)") }
    }
    for (file, bytes) in try workspace.files(in: "public") where file.hasSuffix(".md") {
      let text = String(decoding: bytes, as: UTF8.self)
      for sign in live + ["![x](http", "[x](javascript", "\n/close", "\n/assign"] {
        #expect(!text.contains(sign), "\(file): \(sign)")
      }
    }
    let table = try CSVTable(parsing: try workspace.bytes(of: "public/findings.csv"))
    var cells = 0
    for row in table.rows {
      let row = try row.get()
      for column in ["rule", "title", "path", "scannerSeverity", "scanner"] where table.has(column)
      {
        let first = row[column]?.unicodeScalars.first
        #expect(first.map { !"=+-@\t\r".unicodeScalars.contains($0) } ?? true)
        cells += 1
      }
    }
    #expect(cells > 100)
  }

  private func hostileSARIF(_ text: String) -> String {
    let text = Self.quoted(text)
    return """
      {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": \(text), "version": \(text),
        "rules": [{"id": \(text), "name": \(text), "shortDescription": {"text": \(text)},
          "fullDescription": {"text": \(text)}, "help": {"markdown": \(text)}, "helpUri": \(text),
          "properties": {"tags": [\(text)], "security-severity": \(text)}}]}},
        "invocations": [{"executionSuccessful": true,
          "toolExecutionNotifications": [{"level": "error", "message": {"text": \(text)}}]}],
        "results": [{"ruleId": \(text), "level": \(text), "message": {"text": \(text)},
          "partialFingerprints": {\(text): \(text)},
          "locations": [{"physicalLocation": {"artifactLocation": {"uri": \(text)},
            "region": {"startLine": 1, "snippet": {"text": \(text)}}},
            "logicalLocations": [{"fullyQualifiedName": \(text)}]}],
          "suppressions": [{"kind": "external", "justification": \(text)}]}]}]}
      """
  }

  private func hostileSemgrep(_ text: String) -> String {
    let text = Self.quoted(text)
    return """
      {"version": \(text), "paths": {}, "errors": [{"level": "warn", "type": \(text),
        "message": \(text), "path": \(text)}],
        "results": [{"check_id": \(text), "path": \(text), "start": {"line": 1},
          "end": {"line": 1}, "extra": {"message": \(text), "severity": \(text), "lines": \(text),
          "fingerprint": \(text), "metadata": {"cwe": [\(text)], "references": [\(text)],
          "category": \(text), "owasp": \(text), "confidence": \(text)}}}]}
      """
  }

  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.take(), as: UTF8.self)
  }
}
