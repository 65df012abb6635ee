import TestSupport
import Testing

@Suite struct DiffTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func leak(line: Int) -> String {
    """
    [{"RuleID": "generic-api-key", "Description": "A key", "StartLine": \(line),
      "EndLine": \(line), "StartColumn": 1, "EndColumn": 24, "Match": "key = 'abcd1234efgh5678'",
      "Secret": "abcd1234efgh5678", "File": "a.py", "SymlinkFile": "", "Commit": "",
      "Entropy": 3.5, "Author": "", "Email": "", "Date": "", "Message": "", "Tags": [],
      "Fingerprint": "a.py:generic-api-key:\(line)"}]
    """
  }

  @Test func aSecretOnAnotherLineOfAnotherReportIsTheSameSecret() throws {
    try workspace.folder.write(leak(line: 3), to: "old.json")
    try workspace.folder.write(leak(line: 30), to: "new.json")
    let run = try workspace.vigil("diff", "old.json", "new.json")
    #expect(run.code == 1 && run.errors.isEmpty)
    #expect(run.outputLines.first == "1 moved" && run.outputLines.count == 2)
  }
}
