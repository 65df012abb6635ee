public import Actions
public import Reconciliation
public import Templates

/// Writes a ledger as the files of a static site: pages for people, exports for programs.
///
/// The same ledger gives the same files, byte for byte.
public struct Dashboard: Sendable {
  private let templates: DashboardTemplates
  private let options: DashboardOptions

  /// A dashboard whose templates are all compiled, so that one that cannot be used fails before
  /// anything is written.
  public init(templates: TemplateLibrary, options: DashboardOptions) throws(TemplateError) {
    self.templates = try DashboardTemplates(templates)
    self.options = options
  }

  /// Hands on every file; one file may come in several pieces, one after another with the same
  /// path.
  ///
  /// - Parameters:
  ///   - ledger: The findings.
  ///   - tickets: How their tickets stand; nil if none are kept: then no page speaks of them.
  ///   - sink: Takes the files.
  /// - Throws: What the sink throws.
  public func write<Failure: Error>(
    _ ledger: Ledger,
    tickets: TicketReport? = nil,
    to sink: (Page) throws(Failure) -> Void
  ) throws(Failure) {
    let site = Site(
      outline: LedgerOutline(ledger, tickets: tickets, options: options),
      templates: templates
    )
    try site.writeOverview(to: sink)
    try site.writeProjects(to: sink)
    try site.writeFindings(to: sink)
    try site.writeChanges(to: sink)
    try site.writeTickets(to: sink)
    try site.writeExports(to: sink)
    for (path, bytes) in Assets.assets.sorted(by: { $0.key < $1.key }) {
      try sink(Page(path: path, bytes: bytes))
    }
  }
}
