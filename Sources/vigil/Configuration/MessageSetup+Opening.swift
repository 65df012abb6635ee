internal import Actions
internal import Findings
internal import Pipeline
internal import Services
internal import Templates

extension MessageSetup {
  /// The teller that the configuration describes.
  ///
  /// - Parameters:
  ///   - history: Where it is remembered what was told.
  ///   - texts: What digests say.
  ///   - environment: The environment's variables, which may hold the secrets.
  ///   - observer: Who hears how it gets on.
  /// - Returns: The teller; nothing is sent yet.
  /// - Throws: What keeps requests from being sent at all.
  func messages(
    in history: History,
    texts: DigestTexts,
    environment: [String: String],
    observer: any RunObserver
  ) throws(Problem) -> Messages {
    let client: HTTPClient
    do throws(HTTPError) {
      client = try HTTPClient(certificates: certificates)
    } catch {
      throw Problem(file: "messages", problem: error.sentence)
    }
    var opened: [MessageChannel] = []
    for channel in channels {
      let messenger = messenger(channel.receiver, client, environment)
      opened.append(MessageChannel(channel.route, by: messenger))
    }
    return Messages(opened, store: history.store, texts: texts, observer: observer)
  }

  /// What digests say.
  static func texts(templates: String?, links: TicketLinks) async throws(Problem) -> DigestTexts {
    let library = try await TemplateSetup.library(templates: templates)
    return try TemplateSetup.compiling { () throws(TemplateError) in
      try DigestTexts(library, links: links)
    }
  }

  private func messenger(
    _ receiver: Receiver,
    _ client: HTTPClient,
    _ environment: [String: String]
  ) -> any Messenger {
    switch receiver {
    case .slackWebhook(let url):
      SlackWebhook(url: url.held(environment: environment), client: client)
    case .slackChannel(let channel, let token):
      SlackChannel(token: token.held(environment: environment), channel: channel, client: client)
    case .webhook(let url, let token):
      Webhook(
        url: url.held(environment: environment),
        token: token?.held(environment: environment),
        client: client
      )
    }
  }
}
