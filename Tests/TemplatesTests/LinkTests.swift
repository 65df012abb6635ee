import Templates
import Testing

@Suite struct LinkTests {
  private struct LinkView: TemplateView {
    let link: Link?

    static let schema = Schema<LinkView>("link", [.link("link") { $0.link }])
  }

  private func written(_ address: String, in file: String, _ template: String) throws -> String {
    let library = try TemplateLibrary(files: ["\(file).mustache": Array(template.utf8)])
    let view = LinkView(link: Link(external: address))
    return String(
      decoding: try library.template(file, for: LinkView.self).render(view),
      as: UTF8.self
    )
  }

  @Test func anAddressInMarkdownLeadsWhereItLeads() throws {
    let address = "https://acme.example/a_b*c/?x=1&copy;=2#top"
    #expect(
      try written(address, in: "a.md", "[a]({{link}})")
        == "[a](https://acme.example/a_b*c/?x=1&amp;copy;=2#top)"
    )
    #expect(
      try written("https://acme.example/a) [b](c", in: "a.md", "[a]({{link}})")
        == "[a](https://acme.example/a%29%20%5Bb%5D%28c)"
    )
  }

  @Test func anAddressInHTMLIsEscaped() throws {
    #expect(
      try written("https://acme.example/?x=1&y=2", in: "a.html", "<a href=\"{{link}}\">")
        == "<a href=\"https://acme.example/?x=1&amp;y=2\">"
    )
  }
}
