internal import Syntax

extension SSLyzeServer {
  /// The problems of a server in the XML report of version 2.
  static func problems(of server: XMLElement) -> [TLSProblem] {
    var problems: [TLSProblem] = []
    let flags: [(StaticString, StaticString, StaticString, String, TLSProblem)] = [
      ("heartbleed", "openSslHeartbleed", "isVulnerable", "True", .heartbleed),
      ("openssl_ccs", "openSslCcsInjection", "isVulnerable", "True", .ccsInjection),
      ("compression", "compressionMethod", "isSupported", "True", .compression),
      ("fallback", "tlsFallbackScsv", "isSupported", "False", .fallback),
      ("reneg", "sessionRenegotiation", "isSecure", "False", .insecureRenegotiation),
      ("reneg", "sessionRenegotiation", "canBeClientInitiated", "True", .clientRenegotiation),
    ]
    for (test, element, flag, value, problem) in flags
    where server.child(test).child(element)[flag] == value {
      problems.append(problem)
    }
    let robot = server.child("robot").child("robotAttack")["resultEnum"]
    if robot?.hasPrefix("VULNERABLE") ?? false { problems.append(.robot) }
    let versions: [(StaticString, String)] = [
      ("sslv2", "SSL 2.0"), ("sslv3", "SSL 3.0"), ("tlsv1", "TLS 1.0"), ("tlsv1_1", "TLS 1.1"),
    ]
    for (element, version) in versions
    where server.child(element)["isProtocolSupported"] == "True" {
      problems.append(.deprecated(version))
    }
    let validation = server.child("certinfo").child("certificateValidation")
    if validation.child("hostnameValidation")["certificateMatchesServerHostname"] == "False" {
      problems.append(.wrongHost)
    }
    let stores = validation.children("pathValidation").compactMap { $0["validationResult"] }
    if !stores.isEmpty, !stores.contains("ok") { problems.append(.untrustedCertificate) }
    return problems
  }
}
