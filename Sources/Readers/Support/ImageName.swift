/// A container image's name: `registry:5000/team/app:1.2@sha256:…`.
enum ImageName {
  /// The repository: the name without tag and digest, which change with each build, and without
  /// Docker Hub's own prefixes, which may be left out; empty for a bare digest.
  static func repository(of name: String) -> String {
    var rest = name[...]
    if let at = rest.firstIndex(of: "@") { rest = rest[..<at] }
    let last = rest.lastIndex(of: "/").map { rest.index(after: $0) } ?? rest.startIndex
    if let colon = rest[last...].firstIndex(of: ":") { rest = rest[..<colon] }
    if last == rest.startIndex, isDigest(name) { return "" }
    for prefix in ["index.docker.io/", "docker.io/", "library/"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    return String(rest)
  }

  private static func isDigest(_ name: String) -> Bool {
    name.hasPrefix("sha256:") || name.hasPrefix("sha512:")
  }
}
