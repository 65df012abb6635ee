import Findings
import Markdown
import Readers
import TestSupport
import Testing

/// The texts of real reports, as trackers and channels get them.
@Suite(.enabled(if: Corpus.isThere, "no corpus in VIGIL_CORPUS or beside the checkout"))
struct CorpusTextTests {
  @Test func noTextOfARealReportIsMoreThanText() throws {
    let texts = try Self.texts()
    #expect(texts.count > 1_000)
    for text in texts {
      let document = MarkdownDocument(parsing: text)
      let glfm = document.glfm(limit: 20_000)
      let wiki = document.wiki(limit: 8_000)
      let mrkdwn = document.mrkdwn(limit: 600)
      #expect(Dangers.inGitLab(glfm) == [] && glfm.utf8.count <= 20_000)
      #expect(Dangers.inWiki(wiki) == [] && wiki.utf16.count <= 8_000)
      #expect(Dangers.inMrkdwn(mrkdwn) == [] && mrkdwn.utf16.count <= 600)
    }
  }

  @Test(.enabled(if: AtlassianSchema.isCheckable, "no ADF schema, or no jsonschema"))
  func everyTextOfARealReportIsAValidDocument() throws {
    let documents = try Self.texts().map { MarkdownDocument(parsing: $0).adf(limit: 8_000) }
    #expect(try AtlassianSchema.errors(in: documents) == [])
  }

  /// Every text of every finding, each once.
  private static func texts() throws -> [String] {
    var texts: Set<String> = []
    for report in try Corpus.reports() {
      guard let parsed = try? report.parsed(report.bytes()), let reading = try? read(parsed) else {
        continue
      }
      for finding in reading.findings {
        let all = [
          finding.title, finding.message, finding.rule.name, finding.rule.description,
          finding.rule.remediation,
        ]
        texts.formUnion(all.compactMap(\.self))
      }
    }
    return texts.sorted()
  }
}
