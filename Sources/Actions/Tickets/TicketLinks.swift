internal import Findings
internal import Reconciliation
internal import Templates

/// The addresses a ticket leads to.
public struct TicketLinks: Sendable, Hashable {
  /// The dashboards' address, such as `https://acme.pages.example/security/`; nil if unknown.
  public var site: String?
  /// Where a line of code is shown: a pattern with `{project}`, `{commit}`, `{path}`, `{line}`; nil
  /// if unknown.
  public var source: String?

  /// No addresses.
  public init(site: String? = nil, source: String? = nil) {
    self.site = site
    self.source = source
  }

  /// The page that tells all of a finding.
  func page(of entry: Entry) -> Link? {
    guard let site else { return nil }
    let folder = site.hasSuffix("/") ? site : site + "/"
    return Link(external: "\(folder)findings/\(entry.id.prefix(2)).html#\(entry.id)")
  }

  /// The line a finding stands on, at the commit that was scanned.
  func source(of entry: Entry) -> Link? {
    guard let source, let path = entry.finding.location.path else { return nil }
    let values = [
      "project": entry.stream.project,
      "commit": entry.finding.location.commit ?? "HEAD",
      "path": path,
      "line": entry.finding.location.line.map(String.init) ?? "1",
    ]
    var address = source
    for (name, value) in values {
      address = address.replacing("{\(name)}", with: Self.encoded(value))
    }
    return Link(external: address)
  }

  /// A value as a part of a path: nothing in it can begin a query or a fragment.
  private static func encoded(_ value: String) -> String {
    value.replacing("%", with: "%25").replacing("?", with: "%3F").replacing("#", with: "%23")
  }
}
