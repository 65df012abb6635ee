internal import Findings
internal import Syntax

/// One row of testssl.sh, from any of its files.
struct TestSSLRow {
  let id: String
  let severity: String
  let text: String
  private let host: String
  private let port: String?
  private let names: IdentifierSet

  init(
    id: String,
    severity: String,
    text: String,
    address: String,
    port: String?,
    names: String
  ) {
    // `cert_trust <hostCert#1>` is the test `cert_trust` of the first of several certificates.
    self.id = id.split(separator: " ").first.map(String.init) ?? id
    self.severity = severity
    self.text = text
    host = address.split(separator: "/").first.map(String.init) ?? address
    self.port = port
    self.names = IdentifierSet(mentionedIn: names)
  }

  /// An entry of a JSON file; a pretty one names host and port once for all entries.
  init(_ entry: JSON, of server: JSON) throws(SyntaxError) {
    self.init(
      id: try entry.asObject().requiredString("id"),
      severity: try entry.requiredString("severity"),
      text: try entry.requiredString("finding"),
      address: server["targetHost"].nonEmpty ?? server["ip"].string ?? "",
      port: server["port"].text,
      names: "\(entry["cve"].string ?? "") \(entry["cwe"].string ?? "")"
    )
  }

  /// The finding.
  var finding: Finding {
    let port = HostResult.port(port, "tcp")
    var result = HostResult(Rule(id: id), Severity.usual(severity), on: host, port: port)
    result.title = "\(id): \(text)"
    result.names = names
    return result.finding
  }
}
