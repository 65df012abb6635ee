import Compression
import Syntax
import TestSupport
import Testing

/// What a mapping says is secret gets out no more than what a reader knows to be.
@Suite struct MappingSecretTests {
  private static let mapping = """
    name: leaks
    syntax: json
    category: secrets
    recognise: {exists: leaks}
    entries: leaks[*]
    fields:
      rule: type
      title: title
      message: code
      description: about
      path: file
      line: line
      url: link
      references: link
      secret: found.value
      resource: {path: owner, secret: true}
    failed: error

    """

  private static func leak(_ value: String, _ owner: String, line: String = "3") -> String {
    """
    {"type": "password", "title": "\(value) in clear", "code": "login('\(value)', '\(owner)')",
     "about": "Owned by \(owner)", "file": "conf/\(value).ini", "line": \(line),
     "link": "https://example.com/\(value)?v=\(value)", "owner": "\(owner)",
     "found": {"value": "\(value)"}}
    """
  }

  @Test func nothingMarkedSecretIsInAnyOutput() throws {
    let configuration = Workspace.configuration + "formats: [{file: leaks.yml}]\n"
    let workspace = try Workspace(configuration: configuration)
    try workspace.folder.write(Self.mapping, to: "leaks.yml")
    var secrets = MarkedSecrets()
    let leaks = [
      Self.leak(secrets.word(), secrets.word()), Self.leak(secrets.password(), secrets.word()),
      Self.leak(secrets.key(), secrets.base64()),
      Self.leak(secrets.token(), secrets.word(), line: "\"none\""),
    ]
    let report = #"{"leaks": [\#(leaks.joined(separator: ","))]}"#
    let failure = #"{"leaks": [], "error": "refused: token=\#(secrets.token())"}"#
    try workspace.put(report, at: "shop/secrets/leaks/report.json")
    try workspace.put(failure, at: "bank/secrets/leaks/report.json")
    let run = try workspace.run(night: 0)
    #expect(run.code == 2)
    var outputs = [run.output, run.errors]
    for path in ["artifacts/shop", "artifacts/bank"] {
      for format in ["text", "json"] {
        let inspect = try workspace.vigil(
          "inspect",
          "--mapping",
          "leaks.yml",
          "--format",
          format,
          path
        )
        outputs += [inspect.output, inspect.errors]
      }
    }
    for folder in ["history", "public"] {
      for (file, bytes) in try workspace.files(in: folder) {
        outputs.append(file.hasSuffix(".zst") ? try Zstandard.unpack(bytes, limit: 1 << 30) : bytes)
      }
    }
    let traces = secrets.traces
    for output in outputs { #expect(MarkedSecrets.leaks(traces, in: output).isEmpty) }
    let known = try workspace.report()
    #expect(known["findings"].elements.reduce(0) { count, _ in count + 1 } == 3)
    #expect(
      known["scans"].elements.compactMap { $0["outcome"].string }.sorted() == ["failed", "partial"]
    )
  }
}
