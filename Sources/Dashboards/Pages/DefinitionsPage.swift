internal import Findings
internal import Reconciliation
internal import Templates

/// What each number and word means.
struct DefinitionsPage: TemplateView {
  let outline: LedgerOutline

  private var groups: [TermGroup] { ours + (outline.tickets == nil ? [] : [Self.tickets]) }

  private var ours: [TermGroup] {
    [
      TermGroup(anchor: "numbers", title: "Numbers", terms: Self.numbers),
      TermGroup(
        anchor: "severities",
        title: "Severities",
        terms: Severity.allCases.map {
          Term($0.title, Self.meaning(of: $0), anchor: "severity-\($0.rawValue)")
        }
      ),
      TermGroup(
        anchor: "states",
        title: "States of a finding",
        terms: State.allCases.map { Term($0.word, $0.meaning, anchor: "state-\($0.word)") }
      ),
      TermGroup(
        anchor: "changes",
        title: "What a run can change",
        terms: Change.allCases.map { Term($0.word, $0.meaning, anchor: "change-\($0.rawValue)") }
      ),
      TermGroup(anchor: "outcomes", title: "Outcomes of a scan", terms: outcomes),
      TermGroup(
        anchor: "grades",
        title: "Grades of a project",
        terms: Grade.allCases.map {
          Term($0.rawValue, $0.meaning, anchor: "grade-\($0.rawValue.lowercased())")
        }
      ),
      TermGroup(
        anchor: "passes",
        title: "How a finding is recognised",
        terms: MatchPass.allCases.map {
          Term($0.rawValue, $0.meaning, anchor: "pass-\($0.rawValue)")
        }
      ),
    ]
  }

  private var outcomes: [Term] {
    let days = counted(outline.options.staleAfterDays, "day")
    return Scan.Outcome.allCases.map { outcome in
      Term(
        "\(outcome.symbol) \(outcome.rawValue)",
        outcome.meaning,
        anchor: "scan-\(outcome.rawValue)"
      )
    } + [
      Term(
        "\(Health.stale.symbol) stale",
        "Its newest report is older than \(days).",
        anchor: "scan-stale"
      )
    ]
  }

  private static let numbers = [
    Term(
      "Open",
      "Findings in the state open or unconfirmed. Suppressed ones are counted beside them.",
      anchor: "open"
    ),
    Term(
      "Percentage",
      "The share of all open findings, rounded so that the shares add up to 100.",
      anchor: "percentage"
    ),
    Term(
      "Delta",
      "How many more (+) or fewer (−) are open than after the run before.",
      anchor: "delta"
    ),
    Term(
      "Median age",
      "Half of the findings have been open for at most so many days since they were first seen.",
      anchor: "age"
    ),
    Term(
      "New, fixed and the like",
      "Findings this run changed in that way, in projects that were known before. The first run "
        + "to see a project is its baseline, not news.",
      anchor: "news"
    ),
    Term(
      "Opened and closed",
      "Opened is new and reopened; closed is fixed and removed.",
      anchor: "flow"
    ),
    Term(
      "Finding",
      "One problem that one scanner reports at one place. Exact repeats in a report are one "
        + "finding with a number of occurrences.",
      anchor: "finding"
    ),
  ]

  private static func meaning(of severity: Severity) -> String {
    switch severity {
    case .unknown: "The scanner gave no severity. It is not taken for low."
    case .info: "The scanner calls it informational, or its score is 0."
    case .critical, .high, .medium, .low:
      "The scanner’s own word in our terms; its word is shown beside it where it differs."
    }
  }

  static let schema = Schema<DefinitionsPage>(
    "definitions",
    [
      .record("frame") { PageFrame("Definitions", in: $0.outline, place: .definitions) },
      .list("groups") { $0.groups },
    ]
  )
}
