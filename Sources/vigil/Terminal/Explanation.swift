internal import Findings
internal import Reconciliation

/// A finding's story in lines.
struct Explanation {
  private(set) var lines: [String] = []

  /// Everything a ledger knows of an entry.
  init(_ entry: Entry, in ledger: Ledger) {
    let finding = entry.finding
    lines.append("\(entry.id)  \(finding.title)")
    add("state", entry.state.rawValue + (entry.reason.map { ": \($0)" } ?? ""))
    add("severity", severity(of: finding))
    add(
      "rule",
      finding.rule.name == finding.rule.id
        ? finding.rule.id : "\(finding.rule.id) (\(finding.rule.name))"
    )
    add("where", finding.location.sentence)
    add("project", entry.stream.project)
    add("found by", "\(entry.stream.scanner) (\(entry.stream.category.title))")
    add("target", entry.stream.target)
    add("known as", finding.identifiers.map(\.value).joined(separator: ", "))
    add("fixed in", finding.location.package?.fixedIn)
    add("seen", "first \(entry.firstSeen), last \(entry.lastSeen)")
    add("fixed at", entry.fixedAt?.description)
    add("this run", "\(entry.change.rawValue)\(entry.matchedBy.map { "; \($0.sentence)" } ?? "")")
    for difference in entry.differences {
      add("", "\(difference.field): \(difference.before) → \(difference.after)")
    }
    if !entry.possiblyMovedFrom.isEmpty {
      add("maybe", "moved from \(entry.possiblyMovedFrom.joined(separator: ", "))")
    }
    add("identity", "")
    for part in finding.identity.key.split(separator: "\u{1F}") { add("", String(part)) }
    add("history", "")
    for event in entry.history {
      add("", "\(event.at)  \(event.change.rawValue)\(event.note.isEmpty ? "" : ": \(event.note)")")
    }
    let project = ledger.projects.first { $0.name == entry.stream.project }
    if let scan = project?.scans.first(where: { $0.stream == entry.stream }) { add(scan) }
  }

  private func severity(of finding: Finding) -> String {
    let own = finding.scannerSeverity.map { " (the scanner says \($0))" } ?? ""
    return finding.severity.rawValue + own
  }

  private mutating func add(_ scan: Scan) {
    add("scan", scan.outcome.rawValue + (scan.reason.isEmpty ? "" : ": \(scan.reason)"))
    for artifact in scan.artifacts {
      add("", "\(artifact.key), written \(artifact.modified), \(artifact.size) bytes")
      add("", "SHA-256 \(artifact.sha256)")
    }
  }

  private mutating func add(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty || ["identity", "history"].contains(name) else { return }
    lines.append("  \(name)\(String(repeating: " ", count: max(1, 10 - name.count)))\(text)")
  }
}

extension MatchPass {
  /// How it was recognised, in words.
  fileprivate var sentence: String {
    switch self {
    case .fingerprint: "recognised by the scanner's fingerprint"
    case .place: "recognised at the same place"
    case .snippet: "recognised by the same code in the same file"
    case .nearest: "recognised as the nearest of its kind in the same file"
    case .rename: "recognised in a renamed file, or elsewhere as the only one of its kind"
    case .alias: "recognised although its rule was renamed"
    case .reopened: "recognised as one that had been closed"
    }
  }
}
