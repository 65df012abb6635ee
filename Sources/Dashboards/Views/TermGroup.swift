internal import Templates

/// Words of one kind and what they mean.
struct TermGroup: TemplateView {
  let anchor: String
  let title: String
  let terms: [Term]

  static let schema = Schema<TermGroup>(
    "term group",
    [
      .text("anchor") { $0.anchor },
      .text("title") { $0.title },
      .list("terms") { $0.terms },
    ]
  )
}
