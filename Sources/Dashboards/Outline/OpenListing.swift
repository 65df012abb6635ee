internal import Findings
internal import Reconciliation
internal import Templates

/// Open findings, page by page, the worst first.
struct OpenListing: Sendable {
  /// How many findings one page lists.
  static let pageSize = 500
  /// How many pages a list over all projects has at most; the projects' own lists are whole.
  static let pageLimit = 4

  let findings: [FindingReference]
  private let severities: [Severity]

  /// The findings of the project with a number, all of them.
  init(project number: Int, in outline: LedgerOutline) {
    let project = outline.projects[number]
    self.init(project.open.map { FindingReference(project: number, entry: $0) }, in: outline)
  }

  /// The worst findings of all projects.
  init(in outline: LedgerOutline) {
    let limit = Self.pageSize * Self.pageLimit
    self.init(FindingList.open.first(limit, in: outline), in: outline)
  }

  private init(_ findings: [FindingReference], in outline: LedgerOutline) {
    self.findings = findings
    severities = findings.map { outline[$0].finding.severity }
  }

  /// How many pages there are, at least one.
  var pages: Int { max(1, (findings.count + Self.pageSize - 1) / Self.pageSize) }

  /// The findings of a page, counted from 1.
  func page(_ page: Int) -> ArraySlice<FindingReference> {
    let start = min(findings.count, (page - 1) * Self.pageSize)
    return findings[start..<min(findings.count, start + Self.pageSize)]
  }

  /// The name of a page, counted from 1.
  static func fileName(_ page: Int) -> String { page == 1 ? "index.html" : "open-\(page).html" }

  /// Where the findings of a severity begin, seen from a page beside; nil if there are none.
  func link(_ severity: Severity) -> Link? {
    severities.firstIndex(of: severity).map { first in
      let page = Self.fileName(first / Self.pageSize + 1)
      return Link(relative: "\(page)#\(severity.rawValue)")
    }
  }

  /// Links to all pages, if there is more than one.
  func links(current: Int) -> [PageLink] {
    pages == 1
      ? []
      : (1...pages).map {
        PageLink(
          word: "\($0)",
          link: Link(relative: Self.fileName($0)),
          isCurrent: $0 == current
        )
      }
  }
}
