internal import Findings

/// A problem of a server's TLS, as several scanners report it: each by its own flag, all under one
/// rule, so that a change of scanner keeps the finding.
struct TLSProblem {
  /// The rule's id.
  let id: String
  /// What is wrong.
  let name: String
  /// The names it is known by.
  let names: [String]

  private init(_ id: String, _ name: String, _ names: String...) {
    self.id = id
    self.name = name
    self.names = names
  }

  static let heartbleed = TLSProblem("heartbleed", "Vulnerable to Heartbleed", "CVE-2014-0160")
  static let ccsInjection = TLSProblem(
    "openssl-ccs-injection",
    "Vulnerable to OpenSSL CCS injection",
    "CVE-2014-0224"
  )
  static let robot = TLSProblem("robot", "Vulnerable to ROBOT, an oracle of RSA decryption")
  static let compression = TLSProblem(
    "tls-compression",
    "TLS compression is on (CRIME)",
    "CVE-2012-4929"
  )
  static let insecureRenegotiation = TLSProblem(
    "insecure-renegotiation",
    "Renegotiation is not secure",
    "CVE-2009-3555"
  )
  static let clientRenegotiation = TLSProblem(
    "client-renegotiation",
    "Clients may renegotiate as often as they like",
    "CVE-2011-1473"
  )
  static let fallback = TLSProblem(
    "tls-fallback",
    "Downgrades are not prevented (TLS_FALLBACK_SCSV)"
  )
  static let weakCiphers = TLSProblem("weak-ciphers", "Weak cipher suites are accepted")
  static let expiredCertificate = TLSProblem("certificate-expired", "The certificate has expired")
  static let selfSigned = TLSProblem("certificate-self-signed", "The certificate is self-signed")
  static let untrustedCertificate = TLSProblem(
    "certificate-untrusted",
    "No trust store trusts the certificate"
  )
  static let wrongHost = TLSProblem(
    "certificate-wrong-host",
    "The certificate is for another host name"
  )
  static let poodle = TLSProblem("poodle", "Vulnerable to POODLE", "CVE-2014-3566")
  static let freak = TLSProblem("freak", "Vulnerable to FREAK", "CVE-2015-0204")
  static let logjam = TLSProblem("logjam", "Vulnerable to Logjam", "CVE-2015-4000")
  static let drown = TLSProblem("drown", "Vulnerable to DROWN", "CVE-2016-0800")
  static let beast = TLSProblem("beast", "Vulnerable to BEAST", "CVE-2011-3389")
  static let ticketbleed = TLSProblem("ticketbleed", "Vulnerable to Ticketbleed", "CVE-2016-9244")

  /// A protocol that is no longer to be used (RFC 6176, 7568, 8996), such as `TLS 1.0`.
  static func deprecated(_ version: String) -> TLSProblem {
    let word = version.lowercased().exchanging(" ", for: "-").exchanging(".", for: "-")
    return TLSProblem("deprecated-\(word)", "\(version) is offered")
  }

  /// The finding; scanners that only raise flags state no severity.
  func finding(on host: String, port: String?, message: String? = nil) -> Finding {
    var result = HostResult(Rule(id: id, name: name), (.unknown, nil), on: host, port: port)
    result.message = message
    for name in names { result.names.add(name) }
    return result.finding
  }
}
