/// Words of one kind and what they mean.
struct TermGroup: TemplateView {
  let title: String
  let terms: [Term]

  static let schema = Schema<TermGroup>(
    "term group",
    [
      .text("title") { $0.title },
      .list("terms") { $0.terms },
    ]
  )
}
