// One writer a target, all over the same blocks. A limit is in the unit the target counts; what
// does not fit is cut where a block or a character ends, everything open is closed, and an ellipsis
// says so.
extension MarkdownDocument {
  /// The root of an Atlassian Document (ADF, JSON schema of `@atlaskit/adf-schema` 57.3), as compact
  /// JSON.
  ///
  /// Jira counts the characters of the text it makes of the document, at most 32,767. The limit is
  /// taken as UTF-16 code units of the same text in wiki markup, or of the text alone where that is
  /// longer, as white space may make it; the JSON is longer.
  public func adf(limit: Int = 32_000) -> [UInt8] {
    AtlassianDocumentWriter.document(
      fitting(limit, blocks: { $0 }, size: AtlassianDocumentWriter.length)
    )
  }

  /// Wiki markup of Jira Data Center (Jira's text formatting notation; atlassian-renderer), of at
  /// most so many UTF-16 code units: Jira's own limit is 32,767 characters.
  public func wiki(limit: Int = 32_000) -> String {
    fitting(limit, blocks: JiraWikiWriter.text, size: \.utf16.count)
  }

  /// GitLab Flavored Markdown of at most so many bytes of UTF-8: GitLab's own limit is 1,048,576
  /// characters for a description or a comment.
  public func glfm(limit: Int = 1_000_000) -> String {
    fitting(limit, blocks: GitLabMarkdownWriter.text, size: \.utf8.count)
  }

  /// Slack's mrkdwn of at most so many UTF-16 code units, entities counted as they are written: a
  /// section block's text may have 3,000 characters.
  public func mrkdwn(limit: Int = 3_000) -> String {
    fitting(limit, blocks: SlackWriter.text, size: \.utf16.count)
  }

  /// What a writer makes of the blocks, or of as much of their beginning as fits.
  ///
  /// Where the cut must be is found by halving: a writer is a function and knows no limit. Only an
  /// output that was measured is given back.
  private func fitting<Output>(
    _ limit: Int,
    blocks write: ([MarkdownBlock]) -> Output,
    size: (Output) -> Int
  ) -> Output {
    let whole = write(blocks)
    guard size(whole) > limit else { return whole }
    var best = write([])
    var low = 0
    var high = MarkdownCut.size(of: blocks)
    while low <= high {
      let middle = (low + high) / 2
      let output = write(MarkdownCut.prefix(of: blocks, middle))
      if size(output) <= limit {
        best = output
        low = middle + 1
      } else {
        high = middle - 1
      }
    }
    return best
  }
}
