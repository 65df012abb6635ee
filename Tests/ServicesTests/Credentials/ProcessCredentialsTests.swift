import Findings
import TestSupport
import Testing

@testable import Services

@Suite struct ProcessCredentialsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func chain(_ command: String) throws -> Chain {
    try folder.write("[default]\ncredential_process = \(command)\n", to: ".aws/config")
    return Chain(["HOME": folder.path, "PATH": "/usr/bin:/bin", "MARK": "of the environment"])
  }

  @Test func theOutputOfACommandIsAKey() async throws {
    try folder.write(
      #"{"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "B", "SessionToken": "C","#
        + #" "Expiration": "2100-01-01T00:00:00+00:00"}"#,
      to: "a key's.json"
    )
    let path = folder("a key's.json")
    let end = Instant(year: 2100, month: 1, day: 1)
    let key = Credentials(accessKey: "A", secretKey: "B", sessionToken: "C", expiration: end)
    #expect(try await chain("cat \"\(path)\"").credentials() == key)
    #expect(
      try await chain(#"sh -c "test \"$MARK\" = 'of the environment' && cat \"$0\"" "\#(path)""#)
        .credentials() == key
    )
  }

  @Test(arguments: [
    ("sh -c 'echo marked-secret; echo marked-secret >&2; exit 3'", "the command failed"),
    ("echo marked-secret", "the output is not understood"),
    (#"echo '{"Version": 2, "AccessKeyId": "A"}'"#, "the output is not understood: Version"),
    (#"echo '{"Version": 1, "SecretAccessKey": "marked-secret"}'"#, "AccessKeyId"),
    ("/nowhere/at-all", "no such file or directory"),
    ("echo 'marked-secret", "a quotation mark is left open"),
    ("cat /dev/zero", "more than"),
    ("true", "the file is empty"),
  ])
  func whatFailsIsAProblemThatShowsNoOutput(command: String, sentence: String) async throws {
    let problem = try await chain(command).problem()
    #expect(problem?.file == folder(".aws/config") && problem?.place == "profile default")
    #expect(problem?.problem.contains(sentence) == true, "\(String(describing: problem))")
    #expect(problem?.description.contains("marked-secret") == false)
  }

  @Test func wordsAreSplitAsAShellSplitsThem() {
    #expect(
      CommandWords(#"a  'b c' "d \"e\" \f" g\ h '' i"j"'k'"#)?.words ?? [] == [
        "a", "b c", #"d "e" \f"#, "g h", "", "ijk",
      ]
    )
    #expect(CommandWords("a 'b") == nil && CommandWords(#"a \"#) == nil)
    #expect(CommandWords("")?.words == [])
  }
}
