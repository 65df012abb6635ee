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

  /// What a test found.
  func result(_ name: String) -> JSON {
    let test = tests[member: name]
    return test["status"].exists ? test["result"] : test
  }
}
