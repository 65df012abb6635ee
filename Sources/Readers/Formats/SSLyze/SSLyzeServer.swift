internal import Findings
internal import Syntax

/// What SSLyze says of one server: of version 5 with a status for each test, of version 3 without.
struct SSLyzeServer {
  private let host: String
  private let port: String?
  private let tests: JSON
  private let errors: [(key: String, value: JSON)]
  /// Why the server was not reached; nil if it was.
  let unreached: String?

  init(_ result: JSON) throws(SyntaxError) {
    let place =
      try result.asObject()["server_location"].exists
      ? result["server_location"]
      : result.requiredObject("server_info").requiredObject("server_location")
    host = try place.requiredString("hostname")
    port = HostResult.port(place["port"].text, "tcp")
    errors = result["scan_commands_errors"].members.map { $0 }
    if result["connectivity_status"].equals("ERROR") {
      tests = result["scan_result"]
      unreached = MarkdownText.line("\(host) could not be reached", limit: 200)
    } else if result["scan_result"].kind != .missing {
      tests = try result.requiredObject("scan_result")
      unreached = nil
    } else {
      tests = try result.requiredObject("scan_commands_results")
      unreached = nil
    }
    guard unreached != nil || tests.count > 0 else {
      throw result.error("expected tests, found none")
    }
  }

  /// The tests that failed.
  var failedTests: [String] {
    let failed = tests.members.filter { $0.value["status"].equals("ERROR") }
    return (failed + errors).map { MarkdownText.line("\(host): \($0.key) failed", limit: 200) }
  }

  /// The problems of the server.
  var findings: [Finding] {
    var problems: [(TLSProblem, String?)] = []
    func check(_ name: String, _ flag: StaticString, is value: Bool, _ problem: TLSProblem) {
      if result(name)[flag].bool == value { problems.append((problem, nil)) }
    }
    check("heartbleed", "is_vulnerable_to_heartbleed", is: true, .heartbleed)
    check("openssl_ccs_injection", "is_vulnerable_to_ccs_injection", is: true, .ccsInjection)
    check("tls_compression", "supports_compression", is: true, .compression)
    check("tls_fallback_scsv", "supports_fallback_scsv", is: false, .fallback)
    let renegotiation = "session_renegotiation"
    check(renegotiation, "supports_secure_renegotiation", is: false, .insecureRenegotiation)
    check(
      renegotiation,
      "is_vulnerable_to_client_renegotiation_dos",
      is: true,
      .clientRenegotiation
    )
    check(renegotiation, "accepts_client_renegotiation", is: true, .clientRenegotiation)
    if result("robot")["robot_result"].string?.hasPrefix("VULNERABLE") ?? false {
      problems.append((.robot, nil))
    }
    problems += protocols + certificate.map { ($0, nil) }
    return problems.map { $0.0.finding(on: host, port: port, message: $0.1) }
  }

  private func result(_ name: String) -> JSON {
    let test = tests[member: name]
    return test["status"].exists ? test["result"] : test
  }

  private static let versions = [
    ("ssl_2_0", "SSL 2.0"), ("ssl_3_0", "SSL 3.0"), ("tls_1_0", "TLS 1.0"), ("tls_1_1", "TLS 1.1"),
  ]

  /// Deprecated protocols, and suites that are weak in whatever protocol.
  private var protocols: [(TLSProblem, String?)] {
    var problems: [(TLSProblem, String?)] = []
    for (name, version) in Self.versions
    where result("\(name)_cipher_suites")["accepted_cipher_suites"].count > 0 {
      problems.append((.deprecated(version), nil))
    }
    let names = Self.versions.map(\.0) + ["tls_1_2", "tls_1_3"]
    let suites = names.flatMap { name in
      result("\(name)_cipher_suites")["accepted_cipher_suites"].elements.map { $0["cipher_suite"] }
    }
    let weak = Set(suites.filter(Self.isWeak).compactMap { $0["name"].string }).sorted()
    if !weak.isEmpty { problems.append((.weakCiphers, weak.joined(separator: ", "))) }
    return problems
  }

  private static func isWeak(_ suite: JSON) -> Bool {
    let name = suite["name"].string ?? ""
    let parts = ["NULL", "EXPORT", "RC4", "RC2", "DES", "3DES", "anon", "MD5"]
    return suite["is_anonymous"].bool == true || suite["key_size"].int ?? 128 < 128
      || name.split(separator: "_").contains { parts.contains(String($0)) }
  }

  private var certificate: [TLSProblem] {
    var problems: [TLSProblem] = []
    for chain in result("certificate_info")["certificate_deployments"].elements {
      let stores = Array(chain["path_validation_results"].elements)
      let isTrusted = stores.contains {
        $0["was_validation_successful"].bool ?? $0["verified_certificate_chain"].isArray
      }
      if !stores.isEmpty, !isTrusted { problems.append(.untrustedCertificate) }
      if chain["leaf_certificate_subject_matches_hostname"].bool == false {
        problems.append(.wrongHost)
      }
    }
    return problems
  }
}
