internal import Templates

/// A name, and where it leads if that is somewhere.
struct NamedLink: TemplateView {
  let name: String
  let link: Link?

  static let schema = Schema<NamedLink>(
    "link",
    [
      .text("name") { $0.name },
      .link("link") { $0.link },
    ]
  )
}
