internal import Findings

/// A package URL (purl specification): `pkg:type/namespace/name@version?qualifiers#subpath`.
struct PackageURL {
  /// The type, such as `npm`, in lower case.
  var type: String
  /// The namespace, such as `@babel`; empty where there is none.
  var namespace: String
  /// The name.
  var name: String
  /// The version, where it is given.
  var version: String?
  /// The qualifiers in their order, such as `distro` and `arch`.
  var qualifiers: [(name: String, value: String)]

  /// Reads a package URL; nil when it is not one.
  init?(parsing text: String) {
    guard text.hasPrefix("pkg:"), text.utf8.count <= 2000 else { return nil }
    var rest = text.dropFirst(4).drop { $0 == "/" }
    rest = rest.prefix { $0 != "#" }
    let query = rest.firstIndex(of: "?")
    qualifiers = query.map { Self.qualifiers(rest[$0...].dropFirst()) } ?? []
    rest = query.map { rest[..<$0] } ?? rest
    // The version follows the last `@` that is not the beginning of a part, as in `@babel/core`.
    if let at = rest.lastIndex(of: "@"), !rest[at...].contains("/"), rest[..<at].last != "/" {
      version = PercentEncoding.decoded(String(rest[at...].dropFirst()))
      rest = rest[..<at]
    }
    let parts = rest.split(separator: "/").map { PercentEncoding.decoded(String($0)) }
    guard parts.count >= 2, let type = parts.first, let name = parts.last else { return nil }
    self.type = type.lowercased()
    self.name = name
    namespace = parts.dropFirst().dropLast().joined(separator: "/")
  }

  /// The value of a qualifier.
  func qualifier(_ name: String) -> String? { qualifiers.first { $0.name == name }?.value }

  /// The package with its namespace in its name.
  var package: Package {
    Package(
      ecosystem: type,
      name: namespace.isEmpty ? name : "\(namespace)/\(name)",
      version: version
    )
  }

  private static func qualifiers(_ query: Substring) -> [(name: String, value: String)] {
    query.split(separator: "&").compactMap { pair in
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      return (sides[0].lowercased(), PercentEncoding.decoded(String(sides[1])))
    }
  }
}
