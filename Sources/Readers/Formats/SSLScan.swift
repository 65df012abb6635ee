internal import Findings
internal import Syntax

/// sslscan: TLS of a server.
public enum SSLScan: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "sslscan",
    title: "sslscan XML",
    provenOn: "sslscan 1.11 and 2.0",
    produce: "sslscan --xml=sslscan.xml shop.example.com",
    finding: """
      One problem of a server: Heartbleed, renegotiation, compression, missing fallback signal, \
      deprecated protocol, weak cipher suites, certificate. Identity: problem, host, port. sslscan \
      states no severity.
      """,
    outcome: "A report without a server, or with an error, is a failed scan.",
    precedence: 2
  )

  /// The root element's title.
  public static func recognises(_ report: Report) -> Bool {
    report.xml.map { $0.isNamed("document") && $0["title"] == "SSLScan Results" } ?? false
  }

  /// Each problem of each server.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml else { throw ReadError(problem: "expected XML") }
    var reading = Reading(scanner: format.name, version: root["version"], category: .dast)
    let servers = root.children("ssltest")
    if let error = root.child("error").nonEmpty {
      reading.failure = MarkdownText.line(error, limit: 200)
    } else if servers.isEmpty {
      reading.failure = "the report names no server: nothing was reached"
    }
    for server in servers {
      guard let host = server["host"] else {
        reading.skipped.add(ReadError(server.error("expected the attribute host, found none")))
        continue
      }
      let port = HostResult.port(server["port"], "tcp")
      for (problem, words) in problems(of: server) {
        reading.findings.append(problem.finding(on: host, port: port, message: words))
      }
    }
    return reading
  }

  private static func problems(of server: XMLElement) -> [(TLSProblem, String?)] {
    var problems: [(TLSProblem, String?)] = []
    if server.children("heartbleed").contains(where: { $0["vulnerable"] == "1" }) {
      problems.append((.heartbleed, nil))
    }
    let renegotiation = server.child("renegotiation")
    if renegotiation["supported"] == "1", renegotiation["secure"] == "0" {
      problems.append((.insecureRenegotiation, nil))
    }
    if server.child("compression")["supported"] == "1" { problems.append((.compression, nil)) }
    if server.child("fallback")["supported"] == "0" { problems.append((.fallback, nil)) }
    let deprecated = [
      "ssl 2": "SSL 2.0", "ssl 3": "SSL 3.0", "tls 1.0": "TLS 1.0", "tls 1.1": "TLS 1.1",
    ]
    for offered in server.children("protocol") where offered["enabled"] == "1" {
      let name = "\(offered["type"] ?? "") \(offered["version"] ?? "")"
      if let version = deprecated[name] { problems.append((.deprecated(version), nil)) }
    }
    let weak = server.children("cipher").filter { cipher in
      ["accepted", "preferred"].contains(cipher["status"])
        && ["weak", "null", "anonymous", "medium"].contains(cipher["strength"])
    }
    if !weak.isEmpty {
      let names = Set(weak.compactMap { $0["cipher"] }).sorted()
      problems.append((.weakCiphers, names.joined(separator: ", ")))
    }
    let certificate =
      server.child("certificates").exists
      ? server.child("certificates").child("certificate") : server.child("certificate")
    if certificate.child("expired").nonEmpty == "true" {
      problems.append((.expiredCertificate, nil))
    }
    if certificate.child("self-signed").nonEmpty == "true" { problems.append((.selfSigned, nil)) }
    return problems
  }
}
