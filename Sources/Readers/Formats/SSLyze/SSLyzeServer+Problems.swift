internal import Syntax

extension SSLyzeServer {
  private static let versions = [
    ("ssl_2_0", "SSL 2.0"), ("ssl_3_0", "SSL 3.0"), ("tls_1_0", "TLS 1.0"), ("tls_1_1", "TLS 1.1"),
  ]

  /// Deprecated protocols, and suites that are weak in whatever protocol.
  var protocols: [(TLSProblem, String?)] {
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

  /// What is wrong with the certificates.
  var certificate: [TLSProblem] {
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
