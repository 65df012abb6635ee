internal import Findings
internal import Reconciliation

/// A project's open findings, page by page.
struct ProjectListing: Sendable {
  /// How many findings one page lists.
  static let pageSize = 500

  let number: Int
  let findings: [FindingReference]
  private let open: [Severity]

  /// The listing of the project with a number.
  init(_ number: Int, in outline: LedgerOutline) {
    self.number = number
    let project = outline.projects[number]
    findings = project.open.map { FindingReference(project: number, entry: $0) }
    open = project.open.map { project.ledger.entries[$0].finding.severity }
  }

  /// How many pages there are; the first is the project's own.
  var pages: Int { max(1, (findings.count + Self.pageSize - 1) / Self.pageSize) }

  /// The findings of a page, counted from 1.
  func page(_ page: Int) -> ArraySlice<FindingReference> {
    let start = min(findings.count, (page - 1) * Self.pageSize)
    return findings[start..<min(findings.count, start + Self.pageSize)]
  }

  /// The name of a page, counted from 1.
  static func fileName(_ page: Int) -> String { page == 1 ? "index.html" : "open-\(page).html" }

  /// Where the findings of a severity begin, seen from a page of the project; nil if there are none.
  func link(_ severity: Severity) -> Link? {
    guard let first = open.firstIndex(of: severity) else { return nil }
    let page = first / Self.pageSize + 1
    return Link(relative: "\(Self.fileName(page))#\(severity.rawValue)")
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
