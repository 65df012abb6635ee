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

  func tell(
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

  func messenger(_ kind: Kind, _ server: MessageServer) -> any Messenger {
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
  func arrived(_ server: MessageServer) async throws -> Int {
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
