internal import Findings
internal import Reconciliation

/// What a run found, in a few sentences.
struct Verdict {
  private let scope: Scope

  /// The verdict on a scope.
  init(_ scope: Scope) {
    self.scope = scope
  }

  /// The sentences, the most urgent first.
  var sentences: [String] {
    let open = scope.totals.open
    if scope.health.total == 0 { return ["No scans were found, so nothing is known."] }
    if scope.isBaseline {
      return [
        "First run: \(counted(open.total, "open finding")) from "
          + "\(counted(scope.health.total, "scan")) are the baseline; there is nothing to compare "
          + "them with yet."
      ] + [doubt].compactMap { $0 }
    }
    return [news, closed, doubt, newcomers].compactMap { $0 }
  }

  private var since: String { scope.previous.map { " since \($0.dayAndMonth)" } ?? "" }

  private var news: String {
    let new = scope.new
    let reopened = scope.news(.reopened)
    let again = reopened > 0 ? "; \(reopened) came back" : ""
    guard let worst = new.worst else { return "No new findings\(since)\(again)." }
    let severities = Severity.allCases.filter { new[$0] > 0 }.prefix(2)
    let parts = severities.map { severity in
      severity == .unknown
        ? "\(new[severity]) new of unknown severity" : "\(new[severity]) new \(severity.rawValue)"
    }
    let named = severities.reduce(0) { $0 + new[$1] }
    let rest = new.total > named ? ", \(new.total - named) less severe" : ""
    let noun =
      worst == .unknown && severities.count == 1 ? "" : named == 1 ? " finding" : " findings"
    return "\(listed(parts))\(noun)\(since)\(rest)\(again)."
  }

  private var closed: String? {
    let fixed = scope.news(.fixed)
    let removed = scope.news(.removed)
    let parts = [(fixed, "fixed"), (removed, "removed without proof of a fix")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : listed(parts) + "."
  }

  private var doubt: String? {
    guard !scope.health.isSound else { return nil }
    let health = scope.health
    let scans = [Health.failed, .missing, .partial, .stale].filter { health[$0] > 0 }
      .map { word in
        let verb =
          switch word {
          case .failed: "failed"
          case .missing: health[word] == 1 ? "is missing" : "are missing"
          case .partial: health[word] == 1 ? "is partial" : "are partial"
          case .stale, .complete: health[word] == 1 ? "is stale" : "are stale"
          }
        return "\(counted(health[word], "scan")) \(verb)"
      }
    let unknown = scope.totals.states[.unknown] ?? 0
    let consequence =
      unknown == 0
      ? "" : "; \(counted(unknown, "finding")) \(unknown == 1 ? "is" : "are") unconfirmed"
    return "\(listed(scans))\(consequence)."
  }

  private var newcomers: String? {
    let new = scope.projects.filter(\.ledger.isBaseline)
    guard !new.isEmpty else { return nil }
    let open = new.reduce(0) { $0 + $1.totals.open.total }
    return "\(counted(new.count, "project")) seen for the first time, "
      + "with \(counted(open, "open finding"))."
  }
}
