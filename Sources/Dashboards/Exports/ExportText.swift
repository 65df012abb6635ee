internal import Findings

extension String {
  /// The text, cut to 4,096 bytes, so that no scanner's text swells an export.
  var bounded: String {
    let limit = 4_096
    guard utf8.count > limit else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: limit)
    while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    return String(decoding: utf8[..<end], as: UTF8.self) + "…"
  }
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
