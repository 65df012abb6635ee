public import Findings

/// A digest in every form that a messenger may send.
public struct RenderedDigest: Sendable, Hashable {
  /// The route it is for.
  public var route: String
  /// The moment of the ledger it tells of.
  public var moment: Instant
  /// One line of plain text: the subject of a mail.
  public var title: String
  /// Markdown, ready for a mail or a file; ends with a line's end.
  public var markdown: String
  /// A JSON object for any program, on one line; `site/messages.md` describes it.
  public var json: [UInt8]
  /// A message for Slack.
  public var slack: SlackMessage
  /// What the message had no room for, for its thread; nil if it says all.
  public var details: SlackMessage?
}
