internal import Findings
internal import Pipeline

/// Why Slack did not take a message (Slack, `chat.postMessage`, "Errors"; "Sending messages using
/// incoming webhooks").
struct SlackError {
  /// Such as `channel_not_found`; empty if the answer names none.
  let code: String
  let status: Int
  /// What is wrong with a block; empty for other errors.
  let particulars: String

  /// An error by its word in an answer.
  ///
  /// Only what looks like a word of Slack's is taken over: an answer from elsewhere may hold anything.
  init(_ word: String, status: Int, particulars: String = "") {
    let isWord =
      !word.isEmpty && word.utf8.count <= 60
      && word.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || $0 == 0x5F || (0x30...0x39).contains($0)
      }
    code = isWord ? word : ""
    self.status = status
    self.particulars = particulars
  }

  /// What has come of the message.
  func delivery(of name: String) -> Delivery {
    let what = code.isEmpty ? "status \(status)" : code
    let tail = particulars.isEmpty ? "" : ": \(particulars.prefix(300))"
    switch code {
    case "internal_error", "fatal_error":
      return .uncertain(
        Problem(file: name, problem: "failed (\(what)): the message may not have arrived")
      )
    case "ratelimited", "rate_limited", "service_unavailable", "request_timeout":
      return .postponed(Problem(file: name, problem: "cannot take a message now (\(what))"))
    default:
      return .refused(Problem(file: name, problem: "refused: \(what)\(tail)", hint: hint))
    }
  }

  private var hint: String? {
    switch code {
    case "not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired":
      "is the token that of the app's bot, xoxb-…, and still valid?"
    case "missing_scope", "no_permission": "the app needs the scope chat:write"
    case "channel_not_found":
      "give the channel's id, such as C0123456789; a private one must have the app in it"
    case "not_in_channel": "invite the app into the channel"
    case "is_archived", "channel_is_archived": "the channel is archived: choose another"
    case "no_service", "no_team", "invalid_token", "team_disabled":
      "the webhook is gone: make a new one in the app's settings"
    case "action_prohibited", "restricted_action", "posting_to_general_channel_denied":
      "the workspace's administrators do not allow it"
    case "invalid_blocks", "invalid_blocks_format", "invalid_payload", "msg_too_long",
      "msg_blocks_too_long", "no_text":
      "if the templates are Vigil's own this is a defect of Vigil: please report it"
    default: nil
    }
  }
}
