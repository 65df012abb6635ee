internal import Findings
internal import Syntax

/// Wapiti: vulnerabilities and anomalies of a web application.
public enum Wapiti: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "wapiti",
    title: "Wapiti JSON and XML",
    provenOn: "Wapiti 3.0 and 3.2",
    produce: "wapiti --url https://staging.example.com/ --format json --output wapiti.json",
    finding: """
      One entry of a kind of vulnerability or anomaly. Identity: the kind, method, path with its \
      identifiers replaced, and parameter. Severity is the level: 4 critical, 3 high, 2 medium, 1 \
      low, 0 info. What Wapiti lists as additional, such as the server's technology, is no finding; \
      requests are not read.
      """,
    outcome:
      "A report that lists no kind of vulnerability, even without entries, is a failed scan.",
    precedence: 3
  )

  /// Kinds beside what is known of them, or the root element with the generator's name.
  public static func recognises(_ report: Report) -> Bool {
    if let root = report.json {
      return root["classifications"].exists && root["infos"].exists
        && root["vulnerabilities"].kind != .missing
    }
    guard let root = report.xml, root.isNamed("report") else { return false }
    return infos(of: root)["generatorName"] == "wapiti"
  }

  /// Each entry of each kind.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dast)
    do {
      if let root = report.json {
        reading.scannerVersion = version(root["infos"]["version"].string)
        try reading.add(root)
      } else if let root = report.xml {
        let infos = infos(of: root)
        reading.scannerVersion = version(infos["generatorVersion"])
        reading.add(root, target: infos["target"] ?? "")
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  /// Wapiti lists every kind that it tests for, found or not.
  fileprivate static let untested = "the report lists no kind of vulnerability: nothing was tested"

  private static func infos(of root: XMLElement) -> [String: String] {
    var infos: [String: String] = [:]
    for info in root.child("report_infos").children("info") {
      infos[info["name"] ?? ""] = info.nonEmpty
    }
    return infos
  }

  /// `Wapiti 3.0.4` as `3.0.4`.
  private static func version(_ text: String?) -> String? {
    text?.split(separator: " ").last.map { MarkdownText.line(String($0), limit: 40) }
  }
}

extension Reading {
  fileprivate mutating func add(_ root: JSON) throws(SyntaxError) {
    let target = root["infos"]["target"].string ?? ""
    let kinds = try root.requiredObject("vulnerabilities")
    if kinds.count == 0, root["anomalies"].count == 0 { failure = Wapiti.untested }
    for section in [kinds, root["anomalies"]] {
      for (name, entries) in section.members {
        do {
          let kind = WapitiKind(name, root["classifications"][member: name], target: target)
          collect(try entries.asArray().elements) { entry throws(SyntaxError) in
            try kind.alert(entry).finding
          }
        } catch {
          skipped.add(ReadError(error))
        }
      }
    }
  }

  fileprivate mutating func add(_ root: XMLElement, target: String) {
    let vulnerabilities = root.child("vulnerabilities").children("vulnerability")
    let kinds = vulnerabilities + root.child("anomalies").children("anomaly")
    if kinds.isEmpty { failure = Wapiti.untested }
    for element in kinds {
      let kind = WapitiKind(element, target: target)
      collect(element.child("entries").children("entry")) { entry throws(SyntaxError) in
        try kind.alert(entry).finding
      }
    }
  }
}
