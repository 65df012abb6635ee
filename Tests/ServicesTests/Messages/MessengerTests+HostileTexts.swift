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
