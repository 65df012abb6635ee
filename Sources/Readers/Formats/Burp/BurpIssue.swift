internal import Findings
internal import Syntax

/// One issue of Burp, from any of its reports.
enum BurpIssue {
  /// An issue of the XML report.
  static func alert(_ issue: XMLElement) throws(SyntaxError) -> WebAlert {
    let host = try issue.requiredText("host")
    let references = issue.child("references").nonEmpty
    var alert = WebAlert(
      Rule(
        id: id(try issue.requiredText("type"), issue.child("name").nonEmpty),
        name: try issue.requiredText("name"),
        description: MarkdownText.clean(html: issue.child("issueBackground").nonEmpty),
        remediation: MarkdownText.clean(html: issue.child("remediationBackground").nonEmpty),
        references: references.map { HTMLLinks.among($0) } ?? []
      ),
      Severity.usual(try issue.requiredText("severity")),
      at: host + (issue.child("path").nonEmpty ?? "")
    )
    alert.message = MarkdownText.clean(html: issue.child("issueDetail").nonEmpty)
    alert.method = issue.child("requestresponse").child("request")["method"]
    alert.parameter = parameter(in: issue.child("location").nonEmpty)
    alert.names.add(mentionedIn: issue.child("vulnerabilityClassifications").text)
    alert.suppression = suppression(alert.severity.word)
    return alert
  }

  /// An issue of the REST API.
  static func alert(event issue: JSON) throws(SyntaxError) -> WebAlert {
    let name = try issue.requiredString("name")
    var alert = WebAlert(
      Rule(
        id: id(issue["type_index"].text ?? name, name),
        name: name,
        description: MarkdownText.clean(html: issue["issue_background"].string),
        remediation: MarkdownText.clean(html: issue["remediation_background"].string)
      ),
      Severity.usual(try issue.requiredString("severity")),
      at: (issue["origin"].string ?? "") + (try issue.requiredString("path"))
    )
    alert.message = MarkdownText.clean(html: issue["description"].string)
    alert.parameter = parameter(in: issue["caption"].string)
    alert.suppression = suppression(alert.severity.word)
    return alert
  }

  /// An issue of Burp Suite Enterprise.
  static func alert(enterprise issue: JSON) throws(SyntaxError) -> WebAlert {
    let type = try issue.asObject().requiredObject("issue_type")
    let name = try type.requiredString("name")
    var alert = WebAlert(
      Rule(
        id: id(type["type_index"].text ?? name, name),
        name: name,
        description: MarkdownText.clean(html: type["description_html"].string),
        remediation: MarkdownText.clean(html: type["remediation_html"].string),
        references: type["references_html"].string.map { HTMLLinks.among($0) } ?? []
      ),
      Severity.usual(try issue.requiredString("severity")),
      at: (issue["origin"].string ?? "") + (try issue.requiredString("path"))
    )
    alert.message = MarkdownText.clean(html: issue["description_html"].string)
    alert.names.add(mentionedIn: type["vulnerability_classifications_html"].string)
    alert.suppression = suppression(alert.severity.word)
    return alert
  }

  /// Issues of all extensions share one type, so that only the name tells them apart.
  private static func id(_ type: String, _ name: String?) -> String {
    type == "134217728" ? name ?? type : type
  }

  /// The parameter in a location such as `/basket.jsp [b_id cookie]`.
  private static func parameter(in location: String?) -> String? {
    guard let location, location.hasSuffix("]"), let start = location.lastIndex(of: "[") else {
      return nil
    }
    return String(location[location.index(after: start)...].dropLast())
  }

  private static func suppression(_ severity: String?) -> Suppression? {
    let word = severity?.lowercased().exchanging("_", for: " ")
    return word == "false positive" ? Suppression(justification: "marked as a false positive") : nil
  }
}
