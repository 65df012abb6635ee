internal import Templates

/// One entry of the navigation that every page carries.
struct NavigationItem: TemplateView {
  /// The parts of a dashboard.
  enum Place: String, Sendable, CaseIterable {
    case overview
    case projects
    case findings
    case changes
    case tickets
    case scans
    case definitions
  }

  let place: Place
  let root: String
  let isCurrent: Bool

  private var page: String {
    switch place {
    case .overview: "index.html"
    case .projects: "projects/index.html"
    case .findings: "findings/index.html"
    case .changes: "changes/index.html"
    case .tickets: TicketsPage.path
    case .scans: "scans.html"
    case .definitions: "definitions.html"
    }
  }

  static let schema = Schema<NavigationItem>(
    "navigation item",
    [
      .text("word") { $0.place.rawValue.prefix(1).uppercased() + $0.place.rawValue.dropFirst() },
      .link("page") { Link(relative: $0.root + $0.page) },
      .flag("isCurrent") { $0.isCurrent },
    ]
  )
}
