import Readers
import Syntax
import Testing

/// No secret that a real report quotes leaves its reader.
@Suite(.enabled(if: Corpus.isThere, "no corpus in VIGIL_CORPUS or beside the checkout"))
struct CorpusSecretTests {
  /// What the reports hold under these names is secret, wherever it stands in them.
  private static let secretMembers: Set<String> = [
    "Raw", "RawV2", "Redacted", "groups", "hashed_secret", "match", "match_content", "matching",
    "secret", "sourceContent", "stringsFound", "Secret", "Match", "offender",
    "raw_source_code_extract",
  ]

  private static let scanners: Set<String> = [
    "detect_secrets", "ggshield", "github_secrets_detection_report", "gitleaks",
    "gitlab_secret_detection_report", "noseyparker", "secretlint", "trufflehog", "trufflehog3",
    "whispers",
  ]

  @Test func noSecretThatARealReportQuotesLeavesItsReader() throws {
    var count = 0
    for report in try Corpus.reports() where Self.scanners.contains(report.tool) {
      guard let parsed = try? report.parsed(report.bytes()), let reading = try? read(parsed) else {
        continue
      }
      let texts = Self.texts(in: reading)
      for root in parsed.json.map({ [$0] }) ?? parsed.lines ?? [] {
        for secret in Self.secrets(in: root, of: report.tool)
        where secret.utf8.count >= 8 && secret != "REDACTED" {
          #expect(!texts.contains { $0.contains(secret) }, "\(report.path)")
          count += 1
        }
      }
    }
    #expect(count > 100)
  }

  /// The secrets in a report of a scanner; GitLab's identifiers have values too, which are none.
  private static func secrets(in value: JSON, of tool: String) -> [String] {
    if value.isArray { return value.elements.flatMap { secrets(in: $0, of: tool) } }
    return value.members.flatMap { name, member in
      let quoted = member.string.map { [$0] } ?? member.strings
      let isSecret = secretMembers.contains(name) || name == "value" && !tool.hasPrefix("gitlab")
      return isSecret ? quoted : secrets(in: member, of: tool)
    }
  }

  /// Every text in a value, however deep.
  private static func texts(in value: Any) -> [String] {
    if let text = value as? String { return [text] }
    return Mirror(reflecting: value).children.flatMap { texts(in: $0.value) }
  }
}
