import Actions
import Findings
import Pipeline
import Reconciliation
import Synchronization
import Syntax
import Templates
import TestSupport
import Testing

@testable import Services

extension MessengerTests {
  @Test(arguments: Kind.allCases) func aPlanIsWhatWouldBeSent(_ kind: Kind) async throws {
    let server = try await MessageServer.fresh()
    let messenger = messenger(kind, server)
    _ = try await tell(Night.ledger(0), by: messenger)
    let ledger = Night.ledger(1, [Night.entry("first", since: 1)])
    let plan = try await tell(ledger, by: messenger, isApplied: false)
    #expect(try await server.log().isEmpty)
    _ = try await tell(ledger, by: messenger)
    let sent = try #require(try await server.log().first)
    let planned = try #require(plan.channels[0].requests.first)
    let body = try JSONDocument(parsing: planned.body).root
    #expect(sent["body"]["text"].string == body["text"].string)
    #expect(sent["body"]["title"].string == body["title"].string)
    #expect(!planned.address.contains(MessageServer.secret))
  }

  /// Whatever a service answers, no problem and no plan tells the address or the token.
  @Test func secretsAreInNoProblem() async throws {
    let server = try await MessageServer.fresh()
    var shown: [String] = []
    let faults = [
      #"{"action":"status","status":403,"body":"webhook-secret-of-tests xoxb-token-of-tests"}"#,
      #"{"action":"status","status":200,"body":"{\"ok\":false,\"error\":\"xoxb-token-of-tests\"}"}"#,
      #"{"action":"status","status":302,"headers":{"Location":"/webhook-secret-of-tests"}}"#,
      #"{"action":"malformed"}"#, #"{"action":"drop"}"#,
      #"{"action":"status","status":404}"#, #"{"action":"status","status":401}"#,
    ]
    for kind in Kind.allCases {
      let messenger = messenger(kind, server)
      let digest = try await digest()
      shown.append(messenger.name)
      shown += messenger.requests(for: digest).flatMap { request in
        [request.address, String(decoding: request.body, as: UTF8.self)]
      }
      for fault in faults {
        try await server.fails(fault)
        shown.append(String(describing: await messenger.deliver(digest)))
      }
    }
    #expect(shown.count > 20)
    for text in shown {
      #expect(!text.contains(MessageServer.secret))
      #expect(!text.contains(MessageServer.token))
    }
  }

  @Test(arguments: [
    ("archived", "channel_is_archived"), ("no-service", "no_service"),
    ("prohibited", "action_prohibited"), ("wrong", "invalid_token"),
  ]) func aWebhooksRefusalSaysWhatToDo(_ secret: String, _ code: String) async throws {
    let server = try await MessageServer.fresh()
    let url = "\(server.url)/services/T0/B0/\(secret)"
    let webhook = SlackWebhook(url: Secret { url }, client: server.client)
    guard case .refused(let problem) = await webhook.deliver(try await digest()) else {
      Issue.record("not refused")
      return
    }
    #expect(problem.problem == "refused: \(code)")
    #expect(problem.hint != nil)
  }

  @Test(arguments: [
    ("xoxb-wrong", "C0000000001", "invalid_auth"),
    ("xoxb-expired-of-tests", "C0000000001", "token_expired"),
    (MessageServer.token, "C0000000009", "channel_not_found"),
    (MessageServer.token, "C0000000003", "not_in_channel"),
    (MessageServer.token, "C0000000004", "is_archived"),
  ]) func aChannelsRefusalSaysWhatToDo(
    _ token: String,
    _ channel: String,
    _ code: String
  ) async throws {
    let server = try await MessageServer.fresh()
    let messenger = SlackChannel(
      token: Secret { token },
      channel: channel,
      client: server.client,
      api: "\(server.url)/api"
    )
    guard case .refused(let problem) = await messenger.deliver(try await digest()) else {
      Issue.record("not refused")
      return
    }
    #expect(problem.problem == "refused: \(code)")
    #expect(problem.hint != nil)
  }

  @Test func nobodyListening() async throws {
    let server = try await MessageServer.fresh()
    let port = try SpawnedServer.freePorts(1)[0]
    let webhook = SlackWebhook(
      url: Secret { "http://127.0.0.1:\(port)/services/T0/B0/\(MessageServer.secret)" },
      post: JSONPost(client: server.client, policy: RetryPolicy(tries: 1))
    )
    guard case .postponed(let problem) = await webhook.deliver(try await digest()) else {
      Issue.record("not postponed")
      return
    }
    #expect(!problem.description.contains(MessageServer.secret))
  }

  @Test func aSecretAddressDoesNotTravelInTheClear() async throws {
    let server = try await MessageServer.fresh()
    let webhook = SlackWebhook(
      url: Secret { "http://hooks.example/services/T0/B0/\(MessageServer.secret)" },
      client: server.client
    )
    guard case .refused(let problem) = await webhook.deliver(try await digest()) else {
      Issue.record("not refused")
      return
    }
    #expect(problem.problem == "would travel in the clear")
    #expect(!problem.description.contains(MessageServer.secret))
  }

  func digest() async throws -> RenderedDigest {
    let ledger = Night.ledger(1, (0..<12).map { Night.entry("many\($0)", since: 1) })
    return try rendered(ledger)
  }

  func rendered(_ ledger: Ledger, mention: SlackMention? = nil) throws -> RenderedDigest {
    let route = MessageRoute(name: "security", scope: MessageScope(severity: .info))
    let book = planDigest(
      Night.ledger(0),
      told: AnnouncementBook(route: route.name, scope: route.scope),
      route: route
    ).settled
    let digest = try #require(planDigest(ledger, told: book, route: route).digest)
    let library = try TemplateLibrary(files: Assets.templates)
    let links = TicketLinks(
      site: "https://pages.example/site",
      source: "https://git.example/{project}/{path}#L{line}"
    )
    return try DigestTexts(library, links: links).render(digest, mention: mention)
  }
}
