internal import Findings
internal import Syntax

/// Burp Suite: issues of a web application, from its XML, its REST API or Enterprise's GraphQL.
public enum Burp: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "burp",
    title: "Burp Suite XML and API JSON",
    provenOn: "Burp Suite Professional 1.6 to 2023, its REST API 0.1, Enterprise's GraphQL",
    produce: "Target › Issues › Report selected issues › XML",
    finding: """
      One issue at one address. Identity: the issue's type (its name, for issues of extensions), \
      method, path with its identifiers replaced, and parameter. False positives are suppressed. \
      Requests, responses and evidence are not read: they hold cookies and tokens.
      """,
    outcome: "Of the REST API: failed if the scan failed, partial if it was still running.",
    precedence: 2
  )

  /// Issues with Burp's version, events of issues, or a list of issues alone.
  public static func recognises(_ report: Report) -> Bool {
    if let root = report.json {
      let isAPI = root["issue_events"].kind != .missing
      let first = root["Issues"][0]
      return isAPI
        || root.count == 1 && root["Issues"].isArray
          && (first.kind == .missing || first["issue_type"].exists)
    }
    return report.xml.map { $0.isNamed("issues") && $0["burpVersion"] != nil } ?? false
  }

  /// Each issue.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dast)
    do {
      if let root = report.xml {
        reading.scannerVersion = root["burpVersion"]
        reading.collect(root.children("issue")) { issue throws(SyntaxError) in
          try BurpIssue.alert(issue).finding
        }
      } else if let root = report.json, root["Issues"].kind != .missing {
        reading.collect(try root.requiredArray("Issues").elements) { issue throws(SyntaxError) in
          try BurpIssue.alert(enterprise: issue).finding
        }
      } else if let root = report.json {
        try reading.add(events: root)
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }
}

extension Reading {
  /// Adds what the REST API tells of a scan; events other than found issues take one back.
  fileprivate mutating func add(events root: JSON) throws(SyntaxError) {
    collect(try root.requiredArray("issue_events").elements) { event throws(SyntaxError) in
      guard try event.asObject().requiredString("type") == "issue_found" else { return nil }
      return try BurpIssue.alert(event: event.requiredObject("issue")).finding
    }
    let status = root["scan_status"].string ?? "unknown"
    if status == "failed" {
      failure = MarkdownText.line(root["message"].nonEmpty ?? "the scan failed", limit: 200)
    } else if status != "succeeded" {
      gaps.append(MarkdownText.line("the scan's status is \(status)", limit: 100))
    }
  }
}
