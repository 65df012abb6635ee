internal import Findings
internal import Syntax

/// Nikto: known problems of web servers.
public enum Nikto: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "nikto",
    title: "Nikto JSON and XML",
    provenOn: "Nikto 2.1 and 2.5",
    produce: "nikto -host https://staging.example.com -Format json -output nikto.json",
    finding: """
      One item. Identity: the test's id, method and path with its identifiers replaced. Nikto \
      states no severity.
      """,
    outcome: "An XML report without a scanned host is a failed scan.",
    precedence: 3
  )

  /// A host with its items, or a list of such.
  public static func recognises(_ report: Report) -> Bool {
    report.json != nil && report.entries.prefix(20).contains(where: isHost)
      || report.xml?.isNamed("niktoscan") ?? false
  }

  /// Each item of each host.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dast)
    if let root = report.xml {
      reading.add(root)
      return reading
    }
    for host in report.entries {
      do {
        let items = try host.asObject().requiredArray("vulnerabilities").elements
        reading.collect(items) { item throws(SyntaxError) in try alert(item, of: host).finding }
      } catch {
        reading.skipped.add(ReadError(error))
      }
    }
    return reading
  }

  private static func isHost(_ entry: JSON) -> Bool {
    entry["host"].exists && entry["banner"].kind != .missing
      && entry["vulnerabilities"].kind != .missing
  }

  private static func alert(_ item: JSON, of host: JSON) throws(SyntaxError) -> WebAlert {
    let port = host["port"].text ?? ""
    let origin = "\(port == "443" ? "https" : "http")://\(host["host"].string ?? ""):\(port)"
    guard let id = try item.asObject()["id"].text else { throw item.error("expected a test's id") }
    let rule = Rule(id: id, references: Links.among(item["references"]))
    let path = try item.requiredString("url")
    var alert = WebAlert(rule, (.unknown, nil), at: WebOrigin.resolve(path, on: origin))
    alert.title = try item.requiredString("msg")
    alert.method = item["method"].nonEmpty
    alert.names.add(mentionedIn: alert.title)
    return alert
  }
}

extension Reading {
  /// Adds the hosts of an XML report, which version 2.1.6 nests in scans of their own.
  fileprivate mutating func add(_ root: XMLElement) {
    let scans = [root] + root.children("niktoscan")
    scannerVersion = scans.lazy.compactMap { $0["version"] }.first
    let hosts = scans.flatMap { $0.children("scandetails") }
    if hosts.isEmpty { failure = "the report names no host: nothing was reached" }
    for host in hosts {
      let site = host["sitename"] ?? ""
      collect(host.children("item")) { item throws(SyntaxError) in
        let path = try item.requiredText("uri")
        let rule = Rule(
          id: try item.requiredAttribute("id"),
          references: [item.child("references").nonEmpty].compactMap { $0 }
        )
        var alert = WebAlert(rule, (.unknown, nil), at: WebOrigin.resolve(path, on: site))
        alert.title = try item.requiredText("description")
        alert.method = item["method"]
        alert.names.add(mentionedIn: alert.title)
        return alert.finding
      }
    }
  }
}
