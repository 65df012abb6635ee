internal import Findings
internal import Markdown
internal import Templates

/// Lays a digest out as Slack's blocks: a headline, the numbers, the worst findings, scans, a foot;
/// and in the thread what there was no room for.
///
/// Texts are Markdown from templates, turned into mrkdwn piece by piece, each within its share of
/// the message. Nothing but a route's own mention can call anybody.
struct SlackLayout {
  let digest: Digest
  let title: String
  let mention: SlackMention?
  let texts: DigestTexts

  /// The most UTF-16 code units of one finding or scan.
  private static let rowLimit = 600
  private static let summaryLimit = 1_500
  private static let footLimit = 600
  private static let scansLimit = 1_500

  private var view: DigestView { DigestView(digest: digest, links: texts.links) }

  private var fallback: String { Self.escaped(title) }

  /// The message itself.
  var message: SlackMessage {
    var message = SlackMessage(text: call.map { "\($0) \(fallback)" } ?? fallback)
    guard digest.isNews else {
      message.add(.section(mrkdwn(texts.nothing.render(view), Self.summaryLimit)))
      return message
    }
    message.add(.header(title.bounded(SlackMessage.headerLimit)))
    if let call { message.add(.section(call)) }
    message.add(.section(mrkdwn(texts.summary.render(view), Self.summaryLimit)))
    for item in digest.findings.prefix(DigestView.limit) { message.add(.section(row(item))) }
    let more = digest.findings.dropFirst(DigestView.limit)
    if !more.isEmpty {
      let severities = DigestView.severities(more).words
      message.add(.context("And \(more.count) more: \(severities)."))
    }
    if !digest.scans.isEmpty {
      message.add(.divider)
      let rows = digest.scans.prefix(DigestView.limit).map { row($0, Self.scansLimit / 10) }
      _ = message.add(lines: rows, reserving: Self.footLimit)
      let rest = digest.scans.count - rows.count
      if rest > 0 { message.add(.context("And \(rest) more.")) }
    }
    message.add(.context(mrkdwn(texts.foot.render(view), Self.footLimit)))
    return message
  }

  /// What the message leaves out.
  var details: SlackMessage? {
    let findings = digest.findings.dropFirst(DigestView.limit).prefix(100).map(row)
    let closed = digest.closed.prefix(100).map { item in
      mrkdwn(texts.closed.render(DigestItemView(item: item, links: texts.links)), Self.rowLimit)
    }
    let scans = digest.scans.dropFirst(DigestView.limit).prefix(50).map { row($0, Self.rowLimit) }
    guard !findings.isEmpty || !closed.isEmpty || !scans.isEmpty else { return nil }
    var details = SlackMessage(text: "Details: \(fallback)")
    let parts = [
      ("More findings", Array(findings), digest.findings.count - DigestView.limit, 5_000),
      ("More scans that prove nothing", Array(scans), digest.scans.count - DigestView.limit, 3_000),
      ("Closed", closed, digest.closed.count, 200),
    ]
    for (heading, rows, total, reserve) in parts where !rows.isEmpty {
      details.add(.section("*\(heading)*"))
      let count = details.add(lines: rows, reserving: reserve)
      if total > count { details.add(.context("And \(total - count) more.")) }
    }
    return details
  }

  /// The route's mention, if there is a reason for it.
  private var call: String? { digest.isCritical ? mention?.mrkdwn : nil }

  private func row(_ item: Digest.Item) -> String {
    mrkdwn(texts.finding.render(DigestItemView(item: item, links: texts.links)), Self.rowLimit)
  }

  private func row(_ item: Digest.ScanItem, _ limit: Int) -> String {
    mrkdwn(texts.scan.render(DigestScanView(item: item)), limit)
  }

  private func mrkdwn(_ markdown: [UInt8], _ limit: Int) -> String {
    MarkdownDocument(parsing: String(decoding: markdown, as: UTF8.self)).mrkdwn(limit: limit)
  }

  /// Plain text as mrkdwn (Slack, "Formatting message text").
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
