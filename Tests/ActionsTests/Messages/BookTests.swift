import Findings
import Reconciliation
import Testing

@testable import Actions

@Suite struct BookTests {
  private var full: AnnouncementBook {
    let scope = MessageScope(
      projects: [Pattern("shop*"), Pattern("ä\"\n")],
      categories: [.sast, Findings.Category(rawValue: "own")],
      severity: .low
    )
    var book = AnnouncementBook(route: "a/b \u{202E}", scope: scope)
    book.settledAt = Instant(seconds: 1_790_000_000)
    book.open[.critical] = 3
    book.open[.unknown] = 1
    book.unconfirmed = [Instant(seconds: 1_780_000_000)]
    var project = AnnouncementBook.Project()
    project.findings = ["a": .init(.high), "b": .init(.unknown, isOpen: false)]
    for (number, trouble) in ScanTrouble.allCases.enumerated() {
      let target = number == 0 ? "" : "image\(number)"
      let stream = Stream(project: "shop", category: .container, scanner: "trivy", target: target)
      project.scans[stream] = trouble
    }
    book.projects = ["shop": project, "": AnnouncementBook.Project()]
    return book
  }

  @Test func whatIsWrittenIsRead() throws {
    for book in [full, AnnouncementBook(route: "r", scope: MessageScope())] {
      let bytes = book.encoded()
      let read = try AnnouncementBook(decoding: bytes, file: "book")
      #expect(read == book)
      #expect(read.encoded() == bytes)
    }
  }

  @Test(arguments: [
    ("{}", "is not a book of messages"), ("[", ""),
    (
      #"{"type":"messages","format":2}"#,
      "is not a version that this Vigil reads: a newer one wrote it"
    ),
    (#"{"type":"messages","format":1}"#, "expected an object, found nothing"),
  ]) func whatIsNoBookIsRefusedWithAHint(_ text: String, _ problem: String) {
    do throws(Problem) {
      _ = try AnnouncementBook(decoding: Array(text.utf8), file: "book")
      Issue.record("it was read")
    } catch {
      #expect(error.file == "book")
      #expect(problem.isEmpty || error.problem == problem)
      #expect(error.hint?.isEmpty == false)
    }
  }

  @Test func namesOfRoutesAreSafeKeys() {
    #expect(AnnouncementBook.key(of: "security") == "messages/security.json")
    #expect(!AnnouncementBook.key(of: "../../head").contains(".."))
  }

  @Test(arguments: [
    ("@here", "<!here>"), ("channel", "<!channel>"), ("S0123ABC", "<!subteam^S0123ABC>"),
    ("U012", "<@U012>"), ("@W012", "<@W012>"),
  ]) func mentions(_ text: String, _ mrkdwn: String) {
    #expect(SlackMention(text)?.mrkdwn == mrkdwn)
  }

  @Test(arguments: ["", "@", "S", "C0123", "everyone", "S01>23", "security-team", "S01\n"])
  func noMentions(_ text: String) { #expect(SlackMention(text) == nil) }
}
