/// Somebody whom a message in Slack calls (Slack, "Formatting message text").
public struct SlackMention: Sendable, Hashable {
  /// The mention in mrkdwn, such as `<!subteam^S0123ABCD>`.
  public let mrkdwn: String

  /// Reads `@here`, `@channel`, or the id of a group (`S…`) or of a person (`U…`, `W…`); nil for
  /// anything else.
  public init?(_ text: String) {
    let word = text.hasPrefix("@") ? String(text.dropFirst()) : text
    if word == "here" || word == "channel" {
      mrkdwn = "<!\(word)>"
      return
    }
    guard word.utf8.count > 1,
      word.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
    else { return nil }
    switch word.first {
    case "S": mrkdwn = "<!subteam^\(word)>"
    case "U", "W": mrkdwn = "<@\(word)>"
    default: return nil
    }
  }
}
