import Findings
import Reconciliation
import Testing

@testable import Actions

/// Somebody who reads a channel and remembers all: finds what is told twice, and what is not told.
struct Reader {
  private let scope: MessageScope
  /// What was said of findings, or was there at the beginning.
  private var told: [String: (severity: Severity, isOpen: Bool)] = [:]
  private var projects: Set<String> = []
  private var failing: Set<Stream> = []
  private(set) var announcements = 0

  init(scope: MessageScope) { self.scope = scope }

  /// What is there when a project is first seen is no news.
  mutating func beginsWith(_ ledger: Ledger) {
    for project in ledger.projects where !projects.contains(project.name) {
      projects.insert(project.name)
      for entry in project.entries
      where entry.state.countsAsOpen && scope.takes(entry.finding.severity) {
        told[entry.id] = (entry.finding.severity, true)
      }
      failing.formUnion(project.scans.filter { $0.outcome == .failed }.map(\.stream))
    }
  }

  /// Reads a digest.
  mutating func read(_ digest: Digest) {
    let severities = digest.findings.map(\.entry.finding.severity)
    #expect(severities == severities.sorted(), "the worst first")
    for item in digest.findings {
      announcements += 1
      let known = told[item.entry.id]
      let severity = item.entry.finding.severity
      switch item.kind {
      case .new: #expect(known == nil, "told twice: \(item.entry.id)")
      case .worsened: #expect(known.map { $0.isOpen && severity < $0.severity } ?? true)
      case .reopened: #expect(known.map { !$0.isOpen } ?? true, "it was not closed")
      case .fixed, .removed, .accepted: Issue.record("not a finding to worry about")
      }
      told[item.entry.id] = (severity, true)
    }
    for item in digest.closed {
      #expect(told[item.entry.id]?.isOpen == true, "closed, though nobody heard of it")
      told[item.entry.id]?.isOpen = false
    }
    for item in digest.scans {
      #expect(failing.insert(item.scan.stream).inserted, "told twice: \(item.scan.stream)")
    }
  }

  /// After a digest went out, or none was needed, nothing is left unsaid.
  mutating func expectsNoMore(of ledger: Ledger) {
    for project in ledger.projects {
      for entry in project.entries {
        let known = told[entry.id]
        if entry.state.countsAsOpen, scope.takes(entry.finding.severity) {
          #expect(known?.isOpen == true, "lost: \(entry.id)")
          if let known { #expect(known.severity <= entry.finding.severity, "lost: it got worse") }
        }
        if !entry.state.countsAsOpen { #expect(known?.isOpen != true, "lost: it was closed") }
      }
      for scan in project.scans {
        let isFailing = scan.outcome == .failed
        #expect(isFailing == failing.contains(scan.stream) || !isFailing, "lost: a failed scan")
        if !isFailing { failing.remove(scan.stream) }
      }
    }
  }
}
