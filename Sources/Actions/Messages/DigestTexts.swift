internal import Markdown
public import Reconciliation
public import Templates

/// What digests say, by the templates under `messages/`.
public struct DigestTexts: Sendable {
  private let title: ViewTemplate<DigestView>
  private let digest: ViewTemplate<DigestView>
  let summary: ViewTemplate<DigestView>
  let nothing: ViewTemplate<DigestView>
  let foot: ViewTemplate<DigestView>
  let finding: ViewTemplate<DigestItemView>
  let closed: ViewTemplate<DigestItemView>
  let scan: ViewTemplate<DigestScanView>
  let links: TicketLinks

  /// Compiles the templates.
  public init(_ library: TemplateLibrary, links: TicketLinks) throws(TemplateError) {
    title = try library.template("messages/title.txt", for: DigestView.self)
    digest = try library.template("messages/digest.md", for: DigestView.self)
    summary = try library.template("messages/summary.md", for: DigestView.self)
    nothing = try library.template("messages/nothing.md", for: DigestView.self)
    foot = try library.template("messages/foot.md", for: DigestView.self)
    finding = try library.template("messages/finding.md", for: DigestItemView.self)
    closed = try library.template("messages/closed.md", for: DigestItemView.self)
    scan = try library.template("messages/scan.md", for: DigestScanView.self)
    self.links = links
  }

  /// A digest in every form.
  ///
  /// - Parameters:
  ///   - digest: The digest.
  ///   - mention: Who is called in Slack if something critical is new.
  /// - Returns: All forms of it.
  public func render(_ digest: Digest, mention: SlackMention? = nil) -> RenderedDigest {
    let view = DigestView(digest: digest, links: links)
    let line = String(decoding: title.render(view), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let layout = SlackLayout(digest: digest, title: line, mention: mention, texts: self)
    return RenderedDigest(
      route: digest.route,
      moment: digest.moment,
      title: line,
      markdown: String(decoding: self.digest.render(view), as: UTF8.self),
      json: digest.json(title: line, links: links),
      slack: layout.message,
      details: layout.details
    )
  }

  /// What one run changed, whether or not anybody was told: the file `digest.md` beside the
  /// dashboards.
  public func markdown(of ledger: Ledger, scope: MessageScope, staleAfterDays: Int = 7) -> [UInt8] {
    let run = Digest(of: ledger, scope: scope, staleAfterDays: staleAfterDays)
    return digest.render(DigestView(digest: run, links: links))
  }
}
