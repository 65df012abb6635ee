import Foundation
import Glibc
import TestSupport
import Testing

/// Whatever lies among the artifacts: a line says which file and what is wrong with it, the rest is
/// read, and the run ends with 2.
@Suite struct BadInputTests {
  private let workspace: Workspace
  private let bad = "shop/sast/bad/report.json"

  init() throws {
    workspace = try Workspace()
    try workspace.put(Sample.semgrep(["sound"]), at: "shop/sast/semgrep/report.json")
  }

  /// Expects one line about a file, and everything else to be there.
  private func expectOneLine(
    about file: String? = nil,
    saying words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try workspace.run(night: 1)
    #expect(run.code == 2 && !run.wasStuck, sourceLocation: sourceLocation)
    #expect(run.errorLines.count == 1, "\(run.errorLines)", sourceLocation: sourceLocation)
    let line = run.errorLines.first ?? ""
    let start = "artifacts/\(file ?? bad): "
    #expect(
      line.hasPrefix(start) && line.contains(words),
      "\(line)",
      sourceLocation: sourceLocation
    )
    #expect(run.outputLines.count == 1, sourceLocation: sourceLocation)
    #expect(try workspace.openRules() == ["sound"], sourceLocation: sourceLocation)
    #expect(run.peakMemory < 1 << 30, sourceLocation: sourceLocation)
    expectHarmless(run, sourceLocation: sourceLocation)
  }

  /// Bytes that are no report, and what is said of them.
  struct Broken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let words: String

    init(_ name: String, _ bytes: [UInt8], _ words: String) {
      testDescription = name
      self.bytes = bytes
      self.words = words
    }

    init(_ name: String, _ text: String, _ words: String) {
      self.init(name, Array(text.utf8), words)
    }
  }

  private static let broken = [
    Broken("empty", [], "the file is empty"),
    Broken("blank", " \n\t ", "the file is empty"),
    Broken("truncated JSON", String(Sample.semgrep(["a"]).dropLast(40)), "the JSON is cut off"),
    Broken("an open brace", "{", "the JSON is cut off"),
    Broken("binary", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167) }, "binary data"),
    Broken("a zip archive", "PK\u{3}\u{4}rest", "the zip archive is damaged or cut off"),
    Broken("a PDF", "%PDF-1.7 rest", "a PDF document"),
    Broken("a gzip file that is cut off", [0x1F, 0x8B, 8, 0, 0, 0], "damaged or cut off"),
    Broken("Latin-1", Array("{\"results\": \"".utf8) + [0xE9] + Array("\"}".utf8), "UTF-8"),
    Broken("half a UTF-16", SourceBytes.utf16("[1]", isLittle: true).dropLast(), "UTF-16"),
    Broken("a web page", "<!DOCTYPE html><p>Sign in", "no reader recognises"),
    Broken("prose", "Permission denied\n", "no reader recognises"),
    Broken("foreign JSON", #"{"answer": 42}"#, "no reader recognises"),
    Broken("a number", "7", "no reader recognises"),
    Broken("two documents", "{} []", "no reader recognises"),
    Broken(
      "deep JSON",
      String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
      "levels deep"
    ),
    Broken("deep JSON that is cut off", String(repeating: "[", count: 100_000), "cut off"),
    Broken(
      "deep objects",
      String(repeating: "{\"a\":", count: 100_000) + "1" + String(repeating: "}", count: 100_000),
      "levels deep"
    ),
    Broken("deep XML", String(repeating: "<a>", count: 100_000), "levels deep"),
    Broken("truncated XML", "<OWASPZAPReport version=\"2\"><site>", "the document ends"),
    Broken("an entity bomb", entityBomb, "entities of its own, which are not read"),
  ]

  /// Seven entities, each ten of the one before.
  private static var entityBomb: String {
    var text = "<?xml version=\"1.0\"?><!DOCTYPE z [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\">"
    for (name, inner) in zip("bcdefgh", "abcdefg") {
      text += "<!ENTITY \(name) \"\(String(repeating: "&\(inner);", count: 10))\">"
    }
    return text + "]><OWASPZAPReport version=\"2\"><site name=\"&h;\">&h;</site></OWASPZAPReport>"
  }

  @Test(arguments: broken)
  func whatIsNoReportIsNamedAndTheRestIsRead(broken: Broken) throws {
    try workspace.put(broken.bytes, at: bad)
    try expectOneLine(saying: broken.words)
    #expect(try workspace.outcome(of: "bad") == "failed")
  }

  @Test func anExternalEntityIsNotRead() throws {
    try workspace.folder.write("a file that nobody may see", to: "private.txt")
    let path = workspace.folder("private.txt")
    try workspace.put(
      """
      <?xml version="1.0"?><!DOCTYPE z [<!ENTITY x SYSTEM "file://\(path)">]>
      <OWASPZAPReport version="2"><site name="&x;"><alerts><alertitem><pluginid>1</pluginid>
      <riskcode>3</riskcode><name>&x;</name><uri>http://h/&x;</uri></alertitem></alerts></site>
      </OWASPZAPReport>
      """,
      at: bad
    )
    try expectOneLine(saying: "entities of its own, which are not read")
    for (_, bytes) in try workspace.files(in: "public") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("nobody may see"))
    }
  }

  @Test(arguments: [true, false])
  func aReportInUTF16IsRead(isLittle: Bool) throws {
    let text = Sample.sarif(["\u{FC}ber"], tool: "wide")
    try workspace.put(SourceBytes.utf16(text, isLittle: isLittle), at: "shop/sast/wide/a.sarif")
    let run = try workspace.run(night: 1)
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(try workspace.openRules() == ["sound", "\u{FC}ber"])
  }

  @Test func aGzipBombCostsNoMoreThanTheLimit() throws {
    try workspace.folder.write(
      Workspace.configuration.replacing(
        "from: artifacts",
        with: "from: artifacts\n  max_size: 100 MB"
      ),
      to: "vigil.yml"
    )
    let bomb = SourceBytes.gzipBomb(unpackingTo: 1 << 30)
    #expect(bomb.count < 8_000_000)
    try workspace.put(bomb, at: bad)
    try expectOneLine(saying: "it unpacks to more than 100000000 bytes")
  }

  @Test func aFileOverTheLimitIsNotRead() throws {
    try workspace.folder.write(
      Workspace.configuration.replacing(
        "from: artifacts",
        with: "from: artifacts\n  max_size: 10 kB"
      ),
      to: "vigil.yml"
    )
    try workspace.put([UInt8](repeating: 0x20, count: 10_001), at: bad)
    try expectOneLine(saying: "over the limit of 10000")
  }

  @Test func aPipeIsNotOpened() throws {
    try workspace.put("", at: "shop/sast/bad/x")
    try workspace.remove("shop/sast/bad/x")
    #expect(mkfifo(workspace.folder("artifacts/\(bad)"), 0o600) == 0)
    try expectOneLine(saying: "a pipe, socket or device")
  }

  @Test func linksInACircleAndOutOfTheFolderAreNotFollowed() throws {
    try workspace.folder.write(Sample.semgrep(["outside"]), to: "outside/report.json")
    try workspace.folder.link("artifacts/loop", to: "loop")
    try workspace.folder.link("artifacts/shop/up", to: "..")
    try workspace.folder.link("artifacts/shop/sast/out", to: workspace.folder("outside"))
    let run = try workspace.run(night: 1)
    #expect(run.code == 2 && !run.wasStuck)
    let named = run.errorLines.map { $0.prefix { $0 != ":" } }
    #expect(named == ["artifacts/loop", "artifacts/shop/sast/out", "artifacts/shop/up"])
    #expect(try workspace.openRules() == ["sound"])
  }

  @Test func whatIsWrongIsSaidThoughTheNameIsLong() throws {
    let parts = Array(repeating: String(repeating: "d", count: 200), count: 17)
    let deep = "shop/sast/deep/\(parts.joined(separator: "/"))/report.json"
    try workspace.put("{", at: deep)
    let run = try workspace.run(night: 1)
    #expect(run.code == 2 && run.errorLines.count == 1)
    let line = run.errorLines.first ?? ""
    #expect(line.hasPrefix("artifacts/shop/sast/deep/ddd"))
    #expect(line.contains("ddd/report.json: line 1, column 2: the JSON is cut off"))
    #expect(line.utf8.count < 2_010)
  }

  @Test func aFolderNamedLikeAReportIsAFolder() throws {
    try workspace.put(Sample.sarif(["inner"]), at: "shop/sast/acme/report.json/inner.sarif")
    let run = try workspace.run(night: 1)
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(try workspace.openRules() == ["inner", "sound"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read every file"))
  func aFileThatMayNotBeReadIsNamed() throws {
    try workspace.put(Sample.sarif(["a"]), at: bad)
    chmod(workspace.folder("artifacts/\(bad)"), 0)
    try expectOneLine(saying: "could not be opened")
  }

  @Test func whatABadNightHidesIsNotFixed() throws {
    let key = "shop/sast/semgrep/report.json"
    #expect(try workspace.run(night: 1).code == 0)
    for (night, bytes) in [(2, []), (3, Array("{".utf8)), (4, Array("null".utf8))] {
      try workspace.put(bytes, at: key, night: night - 1)
      #expect(try workspace.run(night: night).code == 2)
      let states = try workspace.states()
      #expect(states == ["unknown"], "night \(night)")
    }
    try workspace.put(Sample.semgrep([]), at: key, night: 4)
    #expect(try workspace.run(night: 5).code == 0)
    let states = try workspace.states()
    #expect(states == ["fixed"])
  }
}
