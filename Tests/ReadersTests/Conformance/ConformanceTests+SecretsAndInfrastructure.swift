import Findings
import Syntax
import Testing

@testable import Readers

extension ConformanceTests {
  /// Scanners of secrets, of infrastructure as code and of clusters.
  static let secretsAndInfrastructure = [
    "cfn_lint": "cfn-lint", "cfn_nag": "cfn-nag", "conftest": "conftest",
    "detect_secrets": "detect-secrets", "dockle": "dockle", "ggshield": "ggshield",
    "github_secrets_detection_report": "github-secret-scanning", "hadolint": "hadolint",
    "kics": "kics", "kubehunter": "kube-hunter", "kubelinter": "kube-linter",
    "kubescape": "kubescape", "noseyparker": "noseyparker", "popeye": "popeye",
    "secretlint": "secretlint", "talisman": "talisman", "terrascan": "terrascan", "tfsec": "tfsec",
    "trufflehog": "trufflehog", "trufflehog3": "trufflehog3", "whispers": "whispers",
    "wizcli_iac": "wizcli-iac",
  ]

  /// Formats of which the corpus has no report.
  static let formatsBeyondTheCorpus: Set<String> = [
    "ansible-lint", "checkstyle", "code-climate", "junit", "kingfisher", "kube-score", "shellcheck",
    "zizmor",
  ]

  /// What the reports hold under these names is secret, wherever it stands in them.
  private static let secretMembers: Set<String> = [
    "Raw", "RawV2", "Redacted", "groups", "hashed_secret", "match", "match_content", "matching",
    "secret", "sourceContent", "stringsFound", "value",
  ]

  @Test func noSecretThatTheseReportsHoldLeavesItsReader() throws {
    let scanners = [
      "detect_secrets", "ggshield", "github_secrets_detection_report", "noseyparker", "secretlint",
      "trufflehog", "trufflehog3", "whispers",
    ]
    var count = 0
    for report in try Corpus.reports() where scanners.contains(report.tool) {
      guard let parsed = try? report.parsed(report.bytes()), let reading = try? read(parsed) else {
        continue
      }
      let text = transcript(of: .success(reading))
      for root in parsed.json.map({ [$0] }) ?? parsed.lines ?? [] {
        for secret in Self.secrets(in: root) where secret.utf8.count >= 8 {
          #expect(!text.contains(secret), "\(report.path)")
          count += 1
        }
      }
    }
    #expect(count > 100)
  }

  private static func secrets(in value: JSON) -> [String] {
    if value.isArray { return value.elements.flatMap(secrets) }
    return value.members.flatMap { name, member in
      let quoted = member.string.map { [$0] } ?? member.strings
      return secretMembers.contains(name) ? quoted : secrets(in: member)
    }
  }
}
