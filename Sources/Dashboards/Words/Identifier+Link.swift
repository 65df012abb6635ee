internal import Findings
internal import Templates

extension Identifier {
  /// The page of whoever keeps the list; nil where there is none that is known.
  var page: Link? {
    switch kind {
    case .cve: Link(external: "https://nvd.nist.gov/vuln/detail/\(value)")
    case .ghsa: Link(external: "https://github.com/advisories/\(value)")
    case .cwe:
      Link(external: "https://cwe.mitre.org/data/definitions/\(value.dropFirst(4)).html")
    case .advisory, .owasp, .cis, .framework: nil
    }
  }
}
