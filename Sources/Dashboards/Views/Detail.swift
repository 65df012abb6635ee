internal import Findings
internal import Reconciliation
internal import Templates

/// One more thing known of where a finding is.
struct Detail: TemplateView {
  let name: String
  let text: String

  /// A detail, if there is one to tell.
  init?(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self.name = name
    self.text = text.bounded(to: 500)
  }

  static let schema = Schema<Detail>(
    "detail",
    [
      .text("name") { $0.name },
      .text("text") { $0.text },
    ]
  )

  /// What a location says beyond its one line.
  static func all(_ location: Location) -> [Detail] {
    var details = [
      Detail("In", location.logical == location.words ? nil : location.logical),
      Detail("Fixed in", location.package?.fixedIn),
      Detail("Commit", location.commit),
    ]
    if location.package != nil || location.url != nil {
      details.append(Detail("Resource", location.resource))
    }
    return details.compactMap { $0 }
  }
}
