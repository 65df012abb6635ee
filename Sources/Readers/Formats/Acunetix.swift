internal import Findings
internal import Syntax

/// Acunetix: items of scanned web sites.
public enum Acunetix: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "acunetix",
    title: "Acunetix XML",
    provenOn: "Acunetix 12 to 24",
    produce: "Reports › Generate › XML",
    finding: """
      One item. Identity: its name, path with its identifiers replaced, and parameter. Items marked \
      as false positives are suppressed. Requests and responses are not read.
      """,
    outcome: "Partial when a scan was aborted; failed when the report holds no scan.",
    precedence: 2
  )

  /// A group of scans.
  public static func recognises(_ report: Report) -> Bool {
    report.xml?.isNamed("ScanGroup") ?? false
  }

  /// Each item of each scan.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml else { throw ReadError(problem: "expected XML") }
    var reading = Reading(scanner: format.name, category: .dast)
    let scans = root.children("Scan")
    if scans.isEmpty { reading.failure = "the report holds no scan" }
    for scan in scans {
      if scan.child("Aborted").nonEmpty?.lowercased() == "true" {
        reading.gaps.append("a scan was aborted")
      }
      let start = scan.child("Crawler")["StartUrl"] ?? scan.child("StartURL").nonEmpty ?? ""
      reading.collect(scan.child("ReportItems").children("ReportItem")) {
        item throws(SyntaxError) in
        try alert(item, from: start).finding
      }
    }
    return reading
  }

  private static func alert(_ item: XMLElement, from start: String) throws(SyntaxError) -> WebAlert
  {
    let name = try item.requiredText("Name")
    let place = item.child("Affects").nonEmpty ?? "/"
    let references = item.child("References").children("Reference")
    var alert = WebAlert(
      Rule(
        id: name,
        name: name,
        description: MarkdownText.clean(html: item.child("Description").nonEmpty),
        remediation: MarkdownText.clean(html: item.child("Recommendation").nonEmpty),
        references: references.compactMap { $0.child("URL").nonEmpty }
      ),
      Severity.usual(try item.requiredText("Severity")),
      at: place.hasPrefix("/") ? WebOrigin.resolve(place, on: start) : start
    )
    alert.message = MarkdownText.clean(html: item.child("Details").nonEmpty)
    alert.parameter = item.child("Parameter").nonEmpty
    for weakness in item.child("CWEList").children("CWE") {
      alert.names.add(cwe: weakness["id"] ?? weakness.nonEmpty ?? "")
    }
    alert.names.add(mentionedIn: item.child("CVEList").text)
    for (tag, version) in [("CVSS3", 3.0), ("CVSS", 2)] as [(StaticString, Double)] {
      let rating = item.child(tag)
      alert.ratings.add(
        score: rating.child("Score").nonEmpty.flatMap { Double($0) },
        vector: rating.child("Descriptor").nonEmpty,
        version: version
      )
    }
    if let mark = item.child("IsFalsePositive").nonEmpty, ["true", "1"].contains(mark.lowercased())
    {
      alert.suppression = Suppression(justification: "marked as a false positive")
    }
    return alert
  }
}
