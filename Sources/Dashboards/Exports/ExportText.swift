internal import Findings

extension String {
  /// The bytes that a text in an export has at most.
  static let exportLimit = 4_096

  /// The text, cut so that no scanner's text swells an export.
  var bounded: String { bounded(to: Self.exportLimit) }
}

extension Identifier {
  /// The name with its list where the name alone does not tell: `CVE-2021-44228`, `CIS 2.1.1`.
  var label: String {
    switch kind {
    case .cve, .ghsa, .advisory, .cwe, .framework: value.bounded
    case .owasp: value.hasPrefix("OWASP") ? value.bounded : "OWASP \(value.bounded)"
    case .cis: value.hasPrefix("CIS") ? value.bounded : "CIS \(value.bounded)"
    }
  }
}
