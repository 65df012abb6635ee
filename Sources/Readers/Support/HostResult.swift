internal import Findings

/// What a scanner of hosts reports: a rule, and the host, often at a port, that breaks it.
struct HostResult: DynamicResult {
  var rule: Rule
  var severity: (Severity, word: String?)
  var title: String?
  var message: String?
  /// The host's name, or its address where it has none: names outlive addresses.
  var host: String
  /// The port with its transport, such as `443/tcp`; nil for the host as a whole.
  var port: String?
  var names = IdentifierSet()
  var ratings = CVSSRatings()
  var suppression: Suppression?

  init(_ rule: Rule, _ severity: (Severity, word: String?), on host: String, port: String?) {
    self.rule = rule
    self.severity = severity
    self.host = host
    self.port = port
  }

  /// A port as scanners write it in two fields; port 0 stands for the host as a whole.
  static func port(_ number: String?, _ transport: String?) -> String? {
    guard let number, let value = Int(number), value > 0 else { return nil }
    return "\(value)/\(transport?.lowercased().nonEmpty ?? "tcp")"
  }

  /// The finding: rule, host and port are its key.
  var finding: Finding {
    let host = MarkdownText.line(host.lowercased(), limit: 300)
    let address = port.map { "\(host):\(MarkdownText.line($0, limit: 40))" } ?? host
    var location = Location()
    location.resource = address
    return finding(at: location, template: address, url: address)
  }
}
