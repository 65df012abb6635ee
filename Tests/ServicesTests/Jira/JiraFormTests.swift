import Findings
import TestSupport
import Testing

@testable import Actions
@testable import Pipeline
@testable import Services

@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct JiraFormTests {
  @Test(arguments: JiraFlavour.allCases)
  func anIssueHasAllThatItsDraftHas(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let epic = try await tracker.make(.example(9) { $0.destination.issueType = "epic" })
    let draft = TicketDraft.example {
      $0.destination.components = ["API", "web"]
      $0.destination.assignee = flavour == .cloud ? "712020:dev-two" : "dev.two"
      $0.destination.parent = epic.key
    }
    _ = try await tracker.make(draft)
    let issue = try #require(try await server.state().issues.last)
    #expect(issue.fields.summary == draft.title && issue.fields.labels == draft.labels.sorted())
    #expect(issue.fields.priority?.name == "High" && issue.fields.duedate == "2026-12-24")
    #expect(issue.fields.components.map(\.name) == ["api", "web"])
    #expect(issue.fields.assignee?.displayName == "Dev Two")
    #expect(issue.fields.parent?.key == epic.key)
    #expect(issue.text?.contains("orders.py") == true)
    let property = issue.properties["vigil"]
    #expect(property?.key == (flavour == .cloud ? draft.key.label : nil))
    #expect(property?.subject == (flavour == .cloud ? draft.subject : nil))
  }

  @Test(arguments: JiraFlavour.allCases)
  func whatAFormHasNoRoomForIsLeftOut(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let screen = #"["project","issuetype","summary","labels"]"#
    try await server.settings(#"{"projects":{"BARE":{"screen":\#(screen)}}}"#)
    let tracker = try server.tracker()
    let draft = TicketDraft.example(in: "BARE") {
      $0.destination.components = ["api"]
      $0.destination.assignee = "somebody"
      $0.destination.parent = "SEC-1"
    }
    _ = try await tracker.make(draft)
    let issue = try #require(try await server.state().issues.last)
    #expect(issue.fields.labels == draft.labels.sorted() && issue.text == nil)
  }

  @Test(arguments: JiraFlavour.allCases)
  func valuesThatAProjectDoesNotHaveAreLeftOut(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let draft = TicketDraft.example {
      $0.fields.priority = "Blocker"
      $0.destination.components = ["api", "no such thing"]
      $0.destination.assignee = flavour == .cloud ? "712020:gone" : "dev.gone"
    }
    _ = try await tracker.make(draft)
    let issue = try #require(try await server.state().issues.last)
    #expect(issue.fields.components.map(\.name) == ["api"])
    #expect(issue.fields.priority?.name == "Medium" && issue.fields.assignee == nil)
  }

  @Test(arguments: JiraFlavour.allCases)
  func withoutItsLabelsOrWhatIsRequiredThereIsNoIssue(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let bare = await tracker.refusal(of: .create(.example(in: "BARE")))
    #expect(bare?.field == "labels" && bare?.reason.contains("not on the screen") == true)
    let strict = await tracker.refusal(of: .create(.example(in: "STRICT")))
    #expect(strict?.field == "components" && strict?.reason.contains("Components, Team") == true)
    let team = await tracker.refusal(
      of: .create(.example(in: "STRICT") { $0.destination.components = ["api"] })
    )
    #expect(
      team?.field == "customfield_10050" && team?.reason.hasSuffix("no ticket has: Team") == true
    )
    try await server.settings(#"{"projects":{"STRICT":{"required":["components"]}}}"#)
    _ = try await server.tracker().make(
      .example(in: "STRICT") { $0.destination.components = ["api"] }
    )
    #expect(try await server.state().issues.count == 1)
    #expect(
      try await server.log().count { $0.method == "POST" && $0.path.hasSuffix("/issue") } == 1
    )
  }

  @Test(arguments: JiraFlavour.allCases)
  func aProjectOrTypeThatIsNotThereIsNamed(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let type = await tracker.refusal(
      of: .create(.example { $0.destination.issueType = "Vulnerability" })
    )
    #expect(type?.field == "issuetype" && type?.reason.contains("only Task, Bug") == true)
    let project = await tracker.refusal(of: .create(.example(in: "NONE")))
    #expect(project?.status == 404)
  }

  @Test(arguments: JiraFlavour.allCases)
  func aFormIsAskedForOnce(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    for number in 0..<3 { _ = try await tracker.make(.example(number)) }
    #expect(try await server.log().count { $0.path.contains("createmeta") } == 2)
  }

  @Test func aSummaryIsOneLineThatJiraTakes() async throws {
    let server = try await JiraServer(.cloud)
    let tracker = try server.tracker()
    _ = try await tracker.make(.example { $0.title = String(repeating: "🧨", count: 200) + "\nx" })
    let summary = try #require(try await server.state().issues.last?.fields.summary)
    #expect(summary.utf16.count <= 255 && summary.hasSuffix("🧨…") && summary.utf16.count > 250)
  }

  @Test(arguments: JiraFlavour.allCases)
  func fieldsAreSetAndNothingIsSentForNone(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let reference = try await tracker.make()
    let step = TicketStep.update(reference, IssueFields(priority: "Low", due: "2027-01-02"))
    #expect(await tracker.perform(step) == .done(nil))
    let issue = try await tracker.issue(reference)
    #expect(issue.priority == "Low" && issue.due == "2027-01-02")
    #expect(try await tracker.requests(for: .update(reference, IssueFields())).isEmpty)
    let wrong = await tracker.refusal(of: .update(reference, IssueFields(priority: "Blocker")))
    #expect(wrong?.field == "priority" && wrong?.status == 400)
  }

  @Test(arguments: JiraFlavour.allCases)
  func issuesAreLinkedTheWayTheRelationSays(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let old = try await tracker.make(.example(0))
    let new = try await tracker.make(.example(1))
    #expect(await tracker.perform(.link(new, to: old, .follows)) == .done(nil))
    #expect(await tracker.perform(.link(new, to: old, .duplicates)) == .done(nil))
    #expect(await tracker.perform(.link(new, to: old, .duplicates)) == .done(nil))
    let links = try await server.state().links
    let relates = JiraState.Link(type: "10002", inward: new.id, outward: old.id)
    let duplicates = JiraState.Link(type: "10001", inward: new.id, outward: old.id)
    #expect(links == [relates, duplicates])
    #expect(try await server.log().count { $0.path.hasSuffix("/issueLinkType") } == 1)
  }
}
