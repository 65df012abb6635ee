import Findings
import Testing

@testable import Actions
@testable import Pipeline
@testable import Services

extension TicketDraft {
  /// A draft for a project.
  static func example(
    _ number: Int = 0,
    in project: String = "SEC",
    _ change: (inout TicketDraft) -> Void = { _ in }
  ) -> TicketDraft {
    let key = TicketKey(project: "shop", subject: "finding/\(number)", generation: 0)
    var draft = TicketDraft(
      key: key,
      subject: "finding/\(number)",
      generation: 0,
      destination: Destination(project: project),
      title: "shop: tainted SQL, case \(number)",
      text: "Look at `query` in *orders.py*.\n\n- one\n- two\n",
      labels: ["vigil", key.label, "shop"],
      fields: IssueFields(priority: "High", due: "2026-12-24"),
      facts: TicketFacts(state: .open, severity: .high)
    )
    change(&draft)
    return draft
  }
}

extension TicketNote {
  /// A comment with a marker of its own.
  static func example(_ number: Int = 0) -> TicketNote {
    let marker = "Vigil, 2026-11-24T02:00:0\(number)Z, vigil-0123456789abcdef01234567"
    return TicketNote(
      text: "Found again: *worse*.\n\n\(marker)\n",
      marker: marker,
      facts: TicketFacts(state: .open, severity: .high)
    )
  }
}

extension Tracker {
  /// Makes an issue.
  func make(_ draft: TicketDraft = .example()) async throws -> IssueReference {
    guard case .done(let reference?) = await perform(.create(draft)) else {
      throw Problem(file: name, problem: "no issue was made")
    }
    return reference
  }

  /// How an issue stands.
  func issue(_ reference: IssueReference) async throws -> Actions.Issue {
    guard case .there(let issue)? = try await issues([reference])[reference.id] else {
      throw Problem(file: name, problem: "\(reference.key) is not there")
    }
    return issue
  }

  /// Why a step cannot be carried out.
  func refusal(of step: TicketStep) async -> Refusal? {
    guard case .refused(let refusal) = await perform(step) else { return nil }
    return refusal
  }
}
