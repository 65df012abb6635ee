/// A name that others know a weakness by, such as `CVE-2021-44228` or `CWE-79`.
public struct Identifier: Sendable, Hashable {
  /// Who keeps the list the name is from.
  public enum Kind: String, Sendable, CaseIterable {
    case cve
    case ghsa
    /// Another advisory: OSV, RUSTSEC, DSA, SNYK and the like.
    case advisory
    case cwe
    case owasp
    case cis
    /// A requirement of some other framework, such as `PCI-DSS 3.2.1`.
    case framework
  }

  /// The list.
  public var kind: Kind
  /// The name, in the list's own spelling: `CVE-2021-44228`, `CWE-79`.
  public var value: String

  /// A name whose list is known, already in its own spelling.
  public init(kind: Kind, value: String) {
    self.kind = kind
    self.value = value
  }
}

extension Identifier {
  /// The identifier for CWE number `number`.
  public static func cwe(_ number: Int) -> Identifier {
    Identifier(kind: .cwe, value: "CWE-\(number)")
  }

  /// Recognises a name by its form; nil when the text is not a known list's.
  ///
  /// Accepts `cve-2021-0001`, `CWE-79`, `CWE-79: Cross-site Scripting`, `GHSA-…`, `RUSTSEC-…`.
  public init?(recognising text: String) {
    let upper = text.uppercased()
    if upper.hasPrefix("CVE-") {
      // Some append a package or a title: `CVE-2021-44228-log4j-core`.
      let parts = upper.split(separator: "-", maxSplits: 3).dropFirst()
      let year = parts.first ?? ""
      let number = parts.dropFirst().first?.prefix { $0.isASCII && $0.isNumber } ?? ""
      guard year.utf8.count == 4, Int(year) != nil, number.utf8.count >= 4 else { return nil }
      self.init(kind: .cve, value: "CVE-\(year)-\(number)")
    } else if upper.hasPrefix("CWE-") || upper.hasPrefix("CWE:") {
      let digits = upper.dropFirst(4).drop { $0 == " " }.prefix { $0.isNumber }
      guard let number = Int(digits) else { return nil }
      self = .cwe(number)
    } else if upper.hasPrefix("GHSA-") {
      self.init(kind: .ghsa, value: "GHSA-" + text.dropFirst(5).lowercased())
    } else if Self.advisoryPrefixes.contains(where: upper.hasPrefix) {
      self.init(kind: .advisory, value: text)
    } else {
      return nil
    }
  }

  private static let advisoryPrefixes = [
    "RUSTSEC-", "PYSEC-", "GO-", "OSV-", "DSA-", "DLA-", "USN-", "RHSA-", "ALAS", "ELSA-", "SNYK-",
    "TEMP-", "NSWG-", "MAL-", "AVD-", "DEBIAN-", "UBUNTU-", "ALPINE-", "CGA-", "SUSE-", "OPENSUSE-",
    "GMS-", "VU#", "BIT-", "HSEC-", "ASB-",
  ]
}

extension Identifier: Comparable {
  /// Orders by list, then by name.
  public static func < (left: Identifier, right: Identifier) -> Bool {
    left.kind == right.kind
      ? left.value < right.value : left.kind.rawValue < right.kind.rawValue
  }
}
