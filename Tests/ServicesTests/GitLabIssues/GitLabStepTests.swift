import Findings
import Syntax
import TestSupport
import Testing

@testable import Actions
@testable import Pipeline
@testable import Services

@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct GitLabStepTests {
  private func draft(
    _ number: Int = 0,
    _ change: (inout TicketDraft) -> Void = { _ in }
  ) -> TicketDraft {
    .example(number, in: GitLabServer.project, change)
  }

  @Test func anIssueIsMadeWithAllThatIsKnown() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let draft = draft {
      $0.destination.assignee = "@dev.two"
      $0.destination.issueType = "Incident"
    }
    let requests = try await tracker.requests(for: .create(draft))
    #expect(requests.count == 1 && requests[0].makesIssue && !requests[0].isRepeatable)
    #expect(requests[0].address.hasSuffix("/api/v4/projects/group%2Fsecurity/issues"))
    _ = try await tracker.make(draft)
    let issue = try #require(try await server.state().issues.first)
    #expect(issue.title == "shop: tainted SQL, case 0" && issue.dueDate == "2026-12-24")
    #expect(issue.labels == ["priority::High", "shop", "vigil", draft.key.label].sorted())
    #expect(issue.assignees.map(\.username) == ["dev.two"] && issue.issueType == "incident")
    #expect(issue.confidential)
    #expect(issue.description?.contains("orders.py") == true)
  }

  @Test func anIssueMayBeForAllWhoSeeTheProject() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker { $0.makesConfidential = false }
    _ = try await tracker.make(draft { $0.destination.issueType = "Bug" })
    let issue = try #require(try await server.state().issues.first)
    #expect(!issue.confidential && issue.issueType == "issue")
  }

  @Test func nobodyIsAskedForTwiceAndNobodyIsNoObstacle() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    for number in 0..<3 {
      _ = try await tracker.make(draft(number) { $0.destination.assignee = "gone" })
    }
    #expect(try await server.state().issues.allSatisfy(\.assignees.isEmpty))
    #expect(try await server.log().count { $0.path.hasSuffix("/users") } == 1)
  }

  @Test func aPriorityWithACommaIsRefusedBeforeItIsSent() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let refusal = await tracker.refusal(of: .create(draft { $0.fields.priority = "High, very" }))
    #expect(refusal?.field == "labels" && refusal?.status == 0)
    #expect(try await server.log().isEmpty)
  }

  @Test func fieldsAreSetAndOtherLabelsLeft() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let reference = try await tracker.make(draft())
    try await server.act(#"{"action":"edit","issue":1,"fields":{"add_labels":"by-hand"}}"#)
    let fields = IssueFields(priority: "Highest", due: "2026-12-01")
    #expect(await tracker.perform(.update(reference, fields)) == .done(nil))
    let issue = try await tracker.issue(reference)
    #expect(issue.priority == "Highest" && issue.due == "2026-12-01")
    #expect(issue.labels.filter { $0.hasPrefix("priority::") } == ["priority::Highest"])
    #expect(issue.labels.contains("by-hand") && issue.labels.contains("vigil"))
    #expect(await tracker.perform(.update(reference, IssueFields(due: "2026-12-02"))) == .done(nil))
    #expect(try await tracker.issue(reference).priority == "Highest")
    #expect(try await tracker.requests(for: .update(reference, IssueFields())).isEmpty)
  }

  @Test func anIssueIsClosedAndReopenedOnce() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let reference = try await tracker.make(draft())
    for (step, phase): (TicketStep, Actions.Issue.Phase) in [
      (.close(reference, status: "opened"), .done), (.reopen(reference, status: "closed"), .new),
    ] {
      #expect(await tracker.perform(step) == .done(nil))
      #expect(try await tracker.issue(reference).phase == phase)
      #expect(try await tracker.requests(for: step).isEmpty)
      #expect(await tracker.perform(step) == .done(nil))
    }
    #expect(try await server.log().count { $0.method == "PUT" } == 2)
    try await server.act(#"{"action":"delete","issue":1}"#)
    #expect(await tracker.refusal(of: .close(reference, status: "opened"))?.status == 404)
  }

  @Test func aLinkIsMadeOnceAcrossProjects() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let first = try await tracker.make(draft())
    let second = try await tracker.make(.example(1, in: "group/app"))
    for relation: TicketStep.Relation in [.follows, .duplicates] {
      #expect(await tracker.perform(.link(second, to: first, relation)) == .done(nil))
    }
    let links = try await server.state().links
    #expect(links == [GitLabState.Link(source: 1002, target: 1001, kind: "relates_to")])
    let gone = IssueReference(id: "1/77", key: "x", url: "")
    #expect(await tracker.refusal(of: .link(first, to: gone, .follows))?.status == 404)
  }

  /// What would act, notify or link if GitLab took it for its own.
  private static let hostile = """
    /close
    /assign @dev.one

    /label ~bug
    @all @dev.one see #1, !2, ~bug, %"1.0", &3, $4, [issue:1], group/app#1 and dev@all.example

    ```
    /close
    ```

    - /close
    > /close
    """

  @Test func textsSetNothingOff() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let lines = Self.hostile.split(separator: "\n").map(String.init)
    let texts = [Self.hostile] + lines + lines.map { "Seen in:\n\n\($0)\n\nand there." }
    for (number, text) in texts.enumerated() {
      let reference = try await tracker.make(
        draft(number) {
          $0.title = text
          $0.text = text
        }
      )
      let note = TicketNote(text: text + "\n\nthe end", marker: "the end", facts: draft().facts)
      #expect(await tracker.perform(.comment(reference, note)) == .done(nil))
      #expect(try await tracker.hasNote("the end", on: reference))
    }
    let state = try await server.state()
    #expect(state.issues.count == texts.count)
    #expect(state.issues.allSatisfy { $0.state == "opened" && $0.notes.count == 1 })
    #expect(state.isQuiet, "\(state.quickActions) \(state.mentions) \(state.references)")
  }

  @Test func longTextsAreCutToWhatGitLabTakes() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let flag = "👩‍👩‍👧‍👦"
    let reference = try await tracker.make(
      draft {
        $0.title = String(repeating: flag, count: 240)
        $0.text = String(repeating: "a&b@c\n\n", count: 300_000)
      }
    )
    let note = TicketNote(
      text: String(repeating: "1", count: 1_200_000),
      marker: "1",
      facts: draft().facts
    )
    #expect(await tracker.perform(.comment(reference, note)) == .done(nil))
    let title = try #require(try await server.state().issues.first?.title)
    #expect(title.unicodeScalars.count == 255 && title.hasSuffix("…"))
  }
}
