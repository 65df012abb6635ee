import Actions
import Findings
import Reconciliation
import Synchronization
import Syntax
import Templates
import TestSupport
import Testing

@testable import Pipeline
@testable import Services

/// Messengers against a Slack that is as strict as the real one.
@Suite(.serialized, .enabled(if: Checkout.runs(with: "python3"))) struct MessengerTests {
  /// The messengers there are.
  enum Kind: CaseIterable {
    case webhook
    case channel
    case json
  }

  private let folder: TemporaryFolder
  private let store: FolderStore
  private var route = MessageRoute(name: "security", scope: MessageScope(severity: .info))

  init() throws {
    folder = try TemporaryFolder()
    store = FolderStore(root: folder.path, mustExist: true)
  }

  private func tell(
    _ ledger: Ledger,
    by messenger: any Messenger,
    isApplied: Bool = true
  ) async throws -> MessagesResult {
    let library = try TemplateLibrary(files: Assets.templates)
    let texts = try DigestTexts(library, links: TicketLinks(site: "https://pages.example/site"))
    let messages = Messages(
      [MessageChannel(route, by: messenger)],
      store: store,
      texts: texts
    )
    return await messages(ledger, isApplied: isApplied)
  }

  private func messenger(_ kind: Kind, _ server: MessageServer) -> any Messenger {
    // Nobody waits: what a pause would be is not what is tested here.
    var surroundings = Surroundings.real
    surroundings.sleep = { _ in }
    var post = JSONPost(client: server.client, surroundings: surroundings)
    post.patience.total = .seconds(2)
    let (webhook, hook) = (server.webhook, "\(server.url)/hook/vigil?sig=webhook-secret-of-tests")
    return switch kind {
    case .webhook: SlackWebhook(url: Secret { webhook }, post: post)
    case .channel:
      SlackChannel(
        token: Secret { MessageServer.token },
        channel: "C0000000001",
        api: "\(server.url)/api",
        post: post
      )
    case .json: Webhook(url: Secret { hook }, token: Secret { MessageServer.token }, post: post)
    }
  }

  /// How many digests arrived; what is in a thread is none.
  private func arrived(_ server: MessageServer) async throws -> Int {
    let state = try await server.state()
    return state["messages"].elements.count { $0["thread_ts"].string == nil }
      + state["received"].elements.count { _ in true }
  }

  @Test(arguments: Kind.allCases) func aDigestArrivesOnce(_ kind: Kind) async throws {
    let server = try await MessageServer.fresh()
    let messenger = messenger(kind, server)
    let closed = Night.entry("closed", since: 0)
    _ = try await tell(Night.ledger(0, [closed]), by: messenger)
    #expect(try await arrived(server) == 0)
    var fixed = closed
    fixed.state = .fixed
    let ledger = Night.ledger(1, [fixed, Night.entry("first", since: 1, .critical)], scan: .failed)
    let result = try await tell(ledger, by: messenger)
    #expect(result.problems.isEmpty)
    #expect(result.channels[0].outcome == .delivered)
    #expect(try await tell(ledger, by: messenger).channels[0].outcome == .silent)
    #expect(try await arrived(server) == 1)
    let state = try await server.state()
    let messages = Array(state["messages"].elements)
    switch kind {
    case .webhook:
      let title = "Vigil: 1 new, 1 of them critical, 1 fixed, 1 scan failed"
      #expect(messages[0]["text"].string == title)
      let links = messages[0]["links"].elements.compactMap { $0["url"].string }
      #expect(links.contains("https://pages.example/site/findings/fi.html#first"))
    case .channel:
      #expect(messages.count == 2)
      #expect(messages[1]["thread_ts"].string == messages[0]["ts"].string)
    case .json:
      let received = try #require(state["received"].elements.first { _ in true })
      #expect(received["body"]["counts"]["new"].int == 1)
      #expect(received["body"]["findings"].elements.map { $0["id"].string } == ["first"])
      let header = received["headers"]["authorization"].string
      #expect(header == "Bearer \(MessageServer.token)")
    }
  }

  @Test(
    arguments: Kind.allCases,
    [
      #"{"action":"drop","method":"POST"}"#,
      #"{"action":"drop_after","method":"POST"}"#,
      #"{"action":"cut","method":"POST"}"#,
      #"{"action":"status","status":500}"#,
      #"{"action":"status","status":502,"when":"after"}"#,
      #"{"action":"slow","seconds":3,"when":"after"}"#,
    ]
  ) func aLostAnswerIsNotAskedForAgain(_ kind: Kind, _ fault: String) async throws {
    let server = try await MessageServer.fresh()
    let messenger = messenger(kind, server)
    _ = try await tell(Night.ledger(0), by: messenger)
    try await server.fails(fault)
    let first = Night.entry("first", since: 1)
    let result = try await tell(Night.ledger(1, [first]), by: messenger)
    #expect(result.channels[0].outcome == .uncertain)
    #expect(result.problems.count == 1)
    #expect(try await server.log().count == 1, "it was sent once")
    let second = Night.entry("second", since: 2)
    let next = try await tell(Night.ledger(2, [first, second]), by: messenger)
    #expect(next.channels[0].outcome == .delivered)
    let text = try #require(next.channels[0].digest?.markdown)
    #expect(text.contains("may not have arrived"))
    #expect(!text.contains("Title of first"))
  }

  @Test(arguments: Kind.allCases) func aBusyServerIsAskedAgain(_ kind: Kind) async throws {
    let server = try await MessageServer.fresh()
    let messenger = messenger(kind, server)
    _ = try await tell(Night.ledger(0), by: messenger)
    try await server.fails(
      #"{"action":"status","status":429,"headers":{"Retry-After":"2"},"count":2}"#
    )
    let result = try await tell(Night.ledger(1, [Night.entry("first", since: 1)]), by: messenger)
    #expect(result.channels[0].outcome == .delivered)
    #expect(try await server.log().count == 3)
    #expect(try await arrived(server) == 1)
  }

  @Test(arguments: Kind.allCases, [429, 503])
  func aServerThatIsBusyForLongIsToldTheNextNight(_ kind: Kind, _ status: Int) async throws {
    let server = try await MessageServer.fresh()
    let messenger = messenger(kind, server)
    _ = try await tell(Night.ledger(0), by: messenger)
    try await server.fails(
      #"{"action":"status","status":\#(status),"headers":{"Retry-After":"3600"}}"#
    )
    let first = Night.entry("first", since: 1)
    let result = try await tell(Night.ledger(1, [first]), by: messenger)
    #expect(result.channels[0].outcome == .waiting)
    let second = Night.entry("second", since: 2)
    let next = try await tell(Night.ledger(2, [first, second]), by: messenger)
    #expect(next.channels[0].digest?.title == "Vigil: 2 new")
    #expect(try await arrived(server) == 1)
  }

  @Test func detailsThatDoNotArriveRepeatNothing() async throws {
    let server = try await MessageServer.fresh()
    let messenger = messenger(.channel, server)
    _ = try await tell(Night.ledger(0), by: messenger)
    try await server.fails(#"{"action":"status","status":500,"contains":"thread_ts"}"#)
    let many = (0..<12).map { Night.entry("many\($0)", since: 1) }
    let result = try await tell(Night.ledger(1, many), by: messenger)
    #expect(result.channels[0].outcome == .delivered)
    #expect(result.problems.map(\.place) == ["details in the thread"])
    #expect(try await tell(Night.ledger(2, many), by: messenger).channels[0].outcome == .silent)
    #expect(try await arrived(server) == 1)
  }

  @Test func ofManyRunsAtOnceOneTells() async throws {
    let server = try await MessageServer.fresh()
    let messenger = messenger(.webhook, server)
    _ = try await tell(Night.ledger(0), by: messenger)
    for night in 1...5 {
      let ledger = Night.ledger(night, [Night.entry("night\(night)", since: night)])
      async let first = tell(ledger, by: messenger)
      async let second = tell(ledger, by: messenger)
      async let third = tell(ledger, by: messenger)
      let outcomes = try await [first, second, third].map { $0.channels[0].outcome }
      #expect(outcomes.count { $0 == .delivered } == 1)
      #expect(try await arrived(server) == night)
    }
  }
}

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

  private func digest() async throws -> RenderedDigest {
    let ledger = Night.ledger(1, (0..<12).map { Night.entry("many\($0)", since: 1) })
    return try rendered(ledger)
  }

  private func rendered(_ ledger: Ledger, mention: SlackMention? = nil) throws -> RenderedDigest {
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

extension MessengerTests {
  private static let hostile = [
    "<!channel> <!here> <@U0000000001> <!subteam^S0000000001>",
    "<http://evil.example|harmless> [text](http://evil.example)",
    "@here @channel #general :rotating_light:",
    "*bold* _it_ ~gone~ `code` ```block``` > quote",
    "&lt;!channel&gt; &#60;!channel&#62;",
    String(repeating: "<", count: 40_000), String(repeating: "&amp;", count: 10_000),
    String(repeating: "a", count: 40_000), String(repeating: "😀", count: 20_000),
    "\u{202E}txet\u{0}\u{7}\r\n# Heading\n- item\n\n> more", "|a|b|\n|-|-|\n|c|d|",
    String(repeating: "[", count: 5_000), "\u{FFFE}\u{2028}", "",
  ]

  /// Ten thousand findings and scans with hostile texts everywhere.
  @Test(arguments: [1, 14, 10_000])
  func everyMessageIsValidAndCallsNobody(_ count: Int) async throws {
    let server = try await MessageServer.fresh()
    var entries: [Entry] = []
    var scans: [Scan] = []
    for number in 0..<count {
      let text = Self.hostile[number % Self.hostile.count]
      var entry = Night.entry(
        "id\(number)",
        since: number % 3 == 0 ? 0 : 1,
        Severity.allCases[number % 6],
        title: text
      )
      entry.finding.location.path = text
      entry.stream.scanner = String(text.prefix(3_000))
      entry.stream.target = text
      entries.append(entry)
      var scan = Scan(
        stream: Stream(project: "shop", category: .sast, scanner: text, target: "\(number)"),
        outcome: .failed,
        reason: text
      )
      scan.observedAt = Night.moment(1)
      scans.append(scan)
    }
    var ledger = Night.ledger(1, entries)
    ledger.projects[0].scans = scans
    let digest = try rendered(ledger, mention: SlackMention("S0000000009"))
    #expect(await messenger(.webhook, server).deliver(digest) == .delivered(nil))
    #expect(await messenger(.channel, server).deliver(digest) == .delivered(nil))
    let messages = Array(try await server.state()["messages"].elements)
    #expect(messages.count == (count > 10 ? 3 : 2))
    for message in messages {
      let pings = Set(message["pings"].elements.compactMap(\.string))
      #expect(pings.subtracting(["!subteam^S0000000009"]).isEmpty)
      #expect(message["thread_ts"].string == nil || pings.isEmpty)
      for link in message["links"].elements {
        let url = try #require(link["url"].string)
        let isOurs = ["https://pages.example/site", "https://git.example/"].contains {
          url.hasPrefix($0)
        }
        #expect(isOurs, "\(url)")
      }
    }
    #expect(digest.markdown.utf8.count < 200_000)
    #expect(digest.json.count < 1_000_000)
    #expect(throws: Never.self) { try JSONDocument(parsing: digest.json) }
  }
}
