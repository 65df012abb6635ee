import Actions
import Findings
import Pipeline
import Reconciliation
import Templates
import Testing

@Suite struct MessagesTests {
  private let store = MemoryStore("s3://history")
  private let messenger = NotedMessenger()
  private var route = MessageRoute(name: "security")

  private func tell(
    _ ledger: Ledger,
    isApplied: Bool = true,
    budget: Duration = .seconds(60)
  ) async throws -> MessagesResult {
    let library = try TemplateLibrary(files: Assets.templates)
    let texts = try DigestTexts(library, links: TicketLinks(site: "https://pages.example/site"))
    let messages = Messages(
      [MessageChannel(route, by: messenger)],
      store: store,
      texts: texts,
      budget: budget
    )
    return await messages(ledger, isApplied: isApplied)
  }

  @Test func aFirstRunIsSilentAndTheNextTellsWhatIsNew() async throws {
    let old = Night.entry("old", since: 0, .critical)
    #expect(try await tell(Night.ledger(0, [old])).channels[0].outcome == .silent)
    #expect(messenger.titles.isEmpty)
    let new = Night.entry("new", since: 1, .critical)
    let result = try await tell(Night.ledger(1, [old, new]))
    #expect(result.channels[0].outcome == .delivered)
    #expect(result.problems.isEmpty)
    #expect(messenger.titles == ["Vigil: 1 new, 1 of them critical"])
    let text = try #require(messenger.texts.first)
    #expect(text.contains("[Title of new](https://pages.example/site/findings/ne.html#new)"))
    #expect(!text.contains("Title of old"))
    #expect(try await tell(Night.ledger(2, [old, new])).channels[0].outcome == .silent)
  }

  @Test func tenAreListedAndTheRestIsCounted() async throws {
    _ = try await tell(Night.ledger(0))
    let severities: [Severity] = [.high, .critical, .high]
    let many = (0..<13).map { Night.entry("many\($0)", since: 1, severities[$0 % 3]) }
    let digest = try #require(try await tell(Night.ledger(1, many)).channels[0].digest)
    #expect(digest.title == "Vigil: 13 new, 4 of them critical")
    let rows = digest.markdown.split(separator: "\n").filter { $0.contains("(https://pages") }
    #expect(rows.count == 11, "ten and the foot")
    #expect(rows.prefix(4).allSatisfy { $0.hasPrefix("- **Critical**") })
    #expect(digest.markdown.contains("\nAnd 3 more: 3 high.\n"))
    #expect(digest.details?.blocks.count == 2, "a heading and the three")
  }

  @Test func whatWasNotDeliveredIsMergedWithTheNextNight() async throws {
    _ = try await tell(Night.ledger(0))
    messenger.answers(
      .refused(Problem(file: "noted", problem: "no")),
      .postponed(Problem(file: "noted", problem: "later"))
    )
    let first = Night.entry("first", since: 1)
    let second = Night.entry("second", since: 2, .critical)
    let refused = try await tell(Night.ledger(1, [first]))
    #expect(refused.channels[0].outcome == .waiting)
    #expect(refused.problems.map(\.problem) == ["no"])
    _ = try await tell(Night.ledger(2, [first, second]))
    let told = try await tell(Night.ledger(3, [first, second]))
    #expect(told.channels[0].outcome == .delivered)
    #expect(messenger.titles.last == "Vigil: 2 new, 1 of them critical")
    #expect(try await tell(Night.ledger(4, [first, second])).channels[0].outcome == .silent)
  }

  @Test func whatMayHaveArrivedIsNotToldAgainButSpokenOf() async throws {
    _ = try await tell(Night.ledger(0))
    messenger.answers(.uncertain(Problem(file: "noted", problem: "lost")))
    let first = Night.entry("first", since: 1)
    #expect(try await tell(Night.ledger(1, [first])).channels[0].outcome == .uncertain)
    #expect(try await tell(Night.ledger(2, [first])).channels[0].outcome == .silent)
    _ = try await tell(Night.ledger(3, [first, Night.entry("second", since: 3)]))
    #expect(messenger.titles == ["Vigil: 1 new", "Vigil: 1 new"])
    let note = "The digest of \(Night.moment(1).date)"
    #expect(messenger.texts.last?.contains(note) == true)
    _ = try await tell(Night.ledger(4, [first, Night.entry("third", since: 4)]))
    #expect(messenger.texts.last?.contains(note) == false, "said once")
  }

  @Test func aRunThatEndsAfterSendingTellsNothingTwice() async throws {
    _ = try await tell(Night.ledger(0))
    store.dies(afterWrites: 1)
    let first = Night.entry("first", since: 1)
    let result = try await tell(Night.ledger(1, [first]))
    #expect(result.problems.count == 1)
    store.dies(afterWrites: nil)
    _ = try await tell(Night.ledger(2, [first, Night.entry("second", since: 2)]))
    #expect(messenger.titles == ["Vigil: 1 new", "Vigil: 1 new"])
    #expect(messenger.texts.last?.contains("may not have arrived") == true)
  }

  @Test func ofTwoRunsOnlyOneTells() async throws {
    _ = try await tell(Night.ledger(0))
    let ledger = Night.ledger(1, [Night.entry("first", since: 1)])
    store.beforeReplacing { [self] in
      // The other run comes in between reading and writing.
      do { _ = try await tell(ledger) } catch { Issue.record(error) }
    }
    let result = try await tell(ledger)
    #expect(result.channels[0].outcome == .waiting)
    #expect(result.problems.count == 1)
    #expect(messenger.titles.count == 1)
    #expect(try await tell(ledger).channels[0].outcome == .silent)
  }

  @Test func aPlanSendsAndWritesNothing() async throws {
    _ = try await tell(Night.ledger(0))
    let before = store.contents
    let ledger = Night.ledger(1, [Night.entry("first", since: 1)])
    let result = try await tell(ledger, isApplied: false)
    #expect(result.channels[0].outcome == .planned)
    #expect(
      result.channels[0].requests.map(\.body) == [try #require(result.channels[0].digest).json]
    )
    #expect(messenger.titles.isEmpty)
    #expect(store.contents == before)
  }

  @Test func whenTheTimeIsOverTheNextRunTells() async throws {
    _ = try await tell(Night.ledger(0))
    let ledger = Night.ledger(1, [Night.entry("first", since: 1)])
    let late = try await tell(ledger, budget: .zero)
    #expect(late.channels[0].outcome == .waiting)
    #expect(try await tell(ledger).channels[0].outcome == .delivered)
    #expect(messenger.titles.count == 1)
  }

  @Test func aBookThatCannotBeReadStopsItsChannelOnly() async throws {
    store.upload("messages/security.json", "{}")
    let result = try await tell(Night.ledger(0))
    #expect(result.problems.map(\.file) == ["s3://history/messages/security.json"])
    #expect(messenger.titles.isEmpty)
  }
}

extension MessagesTests {
  @Test func oneWhoAsksForItHearsThatNothingIsNew() async throws {
    var other = self
    other.route.isQuiet = false
    #expect(try await other.tell(Night.ledger(0)).channels[0].outcome == .silent)
    #expect(try await other.tell(Night.ledger(1)).channels[0].outcome == .delivered)
    #expect(messenger.titles == ["Vigil: nothing new"])
    #expect(messenger.blocks == [1], "one line")
    #expect(try await other.tell(Night.ledger(1)).channels[0].outcome == .silent)
  }
}
