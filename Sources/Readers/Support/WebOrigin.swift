/// Scheme, host and port of the address where a scan began.
enum WebOrigin {
  /// The origin of an address, which may lack its scheme.
  static func of(_ start: String) -> String {
    let url = start.holds("://") || start.isEmpty ? start : "http://\(start)"
    guard let scheme = url.range(of: "://")?.upperBound else { return url }
    return String(url[..<scheme]) + url[scheme...].prefix { $0 != "/" }
  }

  /// A path on the site where a scan began; an address as it is.
  static func resolve(_ path: String, on start: String) -> String {
    path.hasPrefix("/") ? of(start) + path : path
  }
}
