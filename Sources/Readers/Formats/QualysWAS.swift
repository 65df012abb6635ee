internal import Findings
internal import Syntax

/// Qualys Web Application Scanning: vulnerabilities of web applications.
public enum QualysWAS: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "qualys-was",
    title: "Qualys Web Application Scanning XML",
    provenOn: "Qualys WAS 6 and 7 (scan and web application reports)",
    produce: "Reports › New report › Scan report › Download as XML",
    finding: """
      One detection, sensitive content and gathered information included. Identity: the QID, method, \
      path with its identifiers replaced, and parameter. Severity 5 is critical, 4 high, 3 medium, \
      2 and 1 low; gathered information is info. Ignored detections are suppressed. Payloads are \
      not read.
      """,
    outcome: "A report without detections is a complete scan without findings.",
    precedence: 2
  )

  /// The root elements of the two reports.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.xml else { return false }
    return root.isNamed("WAS_SCAN_REPORT") || root.isNamed("WAS_WEBAPP_REPORT")
  }

  /// Each detection.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml else { throw ReadError(problem: "expected XML") }
    var reading = Reading(scanner: format.name, category: .dast)
    var glossary: [String: XMLElement] = [:]
    for entry in root.child("GLOSSARY").child("QID_LIST").children("QID") {
      glossary[entry.child("QID").nonEmpty ?? ""] = entry
    }
    let applications = root.child("RESULTS").children("WEB_APPLICATION")
    for results in [root.child("RESULTS")] + applications {
      for (list, kind) in kinds {
        reading.collect(results.child(list).children(kind)) { detection throws(SyntaxError) in
          let id = try detection.requiredText("QID")
          let isInformation = detection.isNamed("INFORMATION_GATHERED")
          return try alert(detection, id, glossary[id], isInformation: isInformation).finding
        }
      }
    }
    return reading
  }

  private static let kinds: [(StaticString, StaticString)] = [
    ("VULNERABILITY_LIST", "VULNERABILITY"),
    ("SENSITIVE_CONTENT_LIST", "SENSITIVE_CONTENT"),
    ("INFORMATION_GATHERED_LIST", "INFORMATION_GATHERED"),
  ]

  private static func alert(
    _ detection: XMLElement,
    _ id: String,
    _ entry: XMLElement?,
    isInformation: Bool
  ) throws(SyntaxError) -> WebAlert {
    guard let entry else { throw detection.error("expected the QID in the glossary") }
    var severity = QualysSeverity.severity(entry.child("SEVERITY").nonEmpty)
    if isInformation { severity.0 = .info }
    var alert = WebAlert(
      Rule(
        id: id,
        name: try entry.requiredText("TITLE"),
        description: MarkdownText.clean(html: entry.child("DESCRIPTION").nonEmpty),
        remediation: MarkdownText.clean(html: entry.child("SOLUTION").nonEmpty)
      ),
      severity,
      at: detection.child("URL").nonEmpty ?? ""
    )
    let request = detection.child("PAYLOADS").child("PAYLOAD").child("REQUEST")
    alert.method = request.child("METHOD").nonEmpty
    alert.parameter = detection.child("PARAM").nonEmpty
    alert.names.add(mentionedIn: entry.child("CWE").nonEmpty)
    for name in (entry.child("WASC").nonEmpty ?? "").split(separator: ",") {
      alert.names.add(.framework, String(name))
    }
    alert.ratings.add(
      score: entry.child("CVSS_BASE").nonEmpty.flatMap { Double($0) },
      vector: nil
    )
    if detection.child("IGNORED").nonEmpty == "true" { alert.suppression = Suppression() }
    return alert
  }
}
