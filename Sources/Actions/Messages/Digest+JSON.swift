internal import Findings
internal import Reconciliation
internal import Syntax
internal import Templates

// The digest for programs: what `site/messages.md` describes.
extension Digest {
  /// The version of the form that this code writes.
  private static let formatVersion = 1
  /// How many findings, closed ones and scans are listed each; the numbers count all.
  private static let limit = 100
  /// The longest text, in UTF-16 code units.
  private static let textLimit = 500

  /// One JSON object on one line.
  func json(title: String, links: TicketLinks) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("type", "vigil.digest")
    json.field("format", Self.formatVersion)
    json.field("route", route)
    json.field("title", title)
    json.field("moment", moment.description)
    json.field("since", since?.description)
    json.field("dashboards", links.site)
    json.field("mayBeMissing", mayBeMissing.map(\.description))
    json.key("counts")
    json.beginObject()
    for kind in Kind.allCases {
      json.key(text: kind.rawValue)
      json.int(count(kind).total)
    }
    json.field("scans", scans.count)
    json.field("newProjects", newProjects)
    json.endObject()
    json.counts("open", open)
    if let openBefore { json.counts("openBefore", openBefore) }
    if let tickets { Self.write(tickets, to: &json) }
    json.key("findings")
    write(findings, links, to: &json)
    json.key("closed")
    write(closed, links, to: &json)
    json.key("scans")
    writeScans(to: &json)
    json.endObject()
    json.endLine()
    return json.take()
  }

  private static func write(_ tickets: TicketSummary, to json: inout JSONWriter) {
    json.key("tickets")
    json.beginObject()
    for (verb, count) in tickets.done.sorted(by: { $0.key < $1.key }) {
      json.key(text: verb)
      json.int(count)
    }
    json.field("pending", tickets.pending)
    json.endObject()
  }

  private func write(_ items: [Item], _ links: TicketLinks, to json: inout JSONWriter) {
    json.beginArray()
    for item in items.prefix(Self.limit) {
      let finding = item.entry.finding
      json.beginObject()
      json.field("id", item.entry.id)
      json.field("kind", item.kind.rawValue)
      json.field("severity", finding.severity.rawValue)
      json.field("severityBefore", item.before?.rawValue)
      json.field("title", finding.title.bounded(Self.textLimit))
      json.field("place", finding.location.words.bounded(Self.textLimit))
      json.field("rule", finding.rule.id.bounded(Self.textLimit))
      json.field("identifiers", finding.identifiers.prefix(20).map(\.value))
      Self.write(item.entry.stream, to: &json)
      json.field("firstSeen", item.entry.firstSeen.description)
      json.field("page", links.page(of: item.entry)?.address)
      json.endObject()
    }
    json.endArray()
  }

  private func writeScans(to json: inout JSONWriter) {
    json.beginArray()
    for item in scans.prefix(Self.limit) {
      json.beginObject()
      json.field("trouble", item.trouble.rawValue)
      Self.write(item.scan.stream, to: &json)
      json.field("reason", item.scan.reason.bounded(Self.textLimit))
      json.field("completeAt", item.scan.completeAt?.description)
      json.endObject()
    }
    json.endArray()
  }

  private static func write(_ stream: Stream, to json: inout JSONWriter) {
    json.field("project", stream.project.bounded(textLimit))
    json.field("category", stream.category.rawValue.bounded(textLimit))
    json.field("scanner", stream.scanner.bounded(textLimit))
    if !stream.target.isEmpty { json.field("target", stream.target.bounded(textLimit)) }
  }
}
