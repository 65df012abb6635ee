internal import Actions
internal import Findings

/// What `vigil.yml` says of messages.
struct MessageSetup: Sendable {
  /// Where a digest goes.
  enum Receiver: Sendable {
    /// An incoming webhook of Slack, whose address is the secret.
    case slackWebhook(SecretPlace)
    /// A channel of Slack, for which an app's bot has a token.
    case slackChannel(String, token: SecretPlace)
    /// Anything that takes JSON: its address, and a token if it wants one.
    case webhook(SecretPlace, token: SecretPlace?)
  }

  /// A route and its receiver.
  struct Channel: Sendable {
    var route: MessageRoute
    var receiver: Receiver
    /// A file the digest is written to as Markdown, ready for a mail; nil for none.
    var markdownFile: String?
  }

  /// Whether `vigil run` sends anything.
  var isApplied = false
  /// A file of certificate authorities to trust.
  var certificates: String?
  var channels: [Channel]

  /// Reads the section `messages`.
  ///
  /// - Parameters:
  ///   - section: The section.
  ///   - staleAfterDays: After how many days without a new report a scan is stale.
  ///   - folder: The folder relative paths start from.
  /// - Throws: The first thing that is wrong, with its line.
  init(_ section: YAMLSection, staleAfterDays: Int, folder: String) throws(Problem) {
    try section.allow(["apply", "certificates", "routes"])
    isApplied = try section.flag("apply") ?? false
    certificates = try section.string("certificates").map { Configuration.path($0, in: folder) }
    let routes = try section.sections("routes")
    guard !routes.isEmpty else {
      throw section.missing("routes", hint: "say who hears of what")
    }
    channels = []
    for route in routes {
      let channel = try Self.channel(route, staleAfterDays: staleAfterDays, folder: folder)
      guard !channels.contains(where: { $0.route.name == channel.route.name }) else {
        throw route.problem("name", "another route has this name")
      }
      channels.append(channel)
    }
  }

  private static func channel(
    _ section: YAMLSection,
    staleAfterDays: Int,
    folder: String
  ) throws(Problem) -> Channel {
    try section.allow(
      [
        "name", "projects", "categories", "severity", "quiet", "mention", "channel",
        "markdown_file",
      ]
        + ["slack_webhook", "slack_token", "webhook", "webhook_token"].flatMap(SecretPlace.keys)
    )
    guard let name = try section.string("name") else {
      throw section.missing("name", hint: "what was told is remembered under it")
    }
    var route = MessageRoute(name: name, staleAfterDays: staleAfterDays)
    route.scope.projects = try section.strings("projects").map { Pattern($0) }
    route.scope.categories = try Category.all(section, "categories")
    route.scope.severity = try section.word("severity") ?? route.scope.severity
    route.isQuiet = try section.flag("quiet") ?? route.isQuiet
    if let text = try section.string("mention") {
      guard let mention = SlackMention(text) else {
        throw section.problem("mention", "is not @here, @channel or the id of a group or a person")
      }
      route.mention = mention
    }
    return Channel(
      route: route,
      receiver: try receiver(section, folder),
      markdownFile: try section.string("markdown_file").map { Configuration.path($0, in: folder) }
    )
  }

  private static func receiver(
    _ section: YAMLSection,
    _ folder: String
  ) throws(Problem) -> Receiver {
    if let webhook = try SecretPlace(section, "slack_webhook", in: folder) {
      return .slackWebhook(webhook)
    }
    if let token = try SecretPlace(section, "slack_token", in: folder) {
      guard let channel = try section.string("channel") else {
        throw section.missing("channel", hint: "the channel's id, such as C0123456789")
      }
      return .slackChannel(channel, token: token)
    }
    guard let webhook = try SecretPlace(section, "webhook", in: folder) else {
      throw section.missing(
        "slack_webhook_variable",
        hint: "or slack_token_variable with channel, or webhook_variable"
      )
    }
    return .webhook(webhook, token: try SecretPlace(section, "webhook_token", in: folder))
  }
}
