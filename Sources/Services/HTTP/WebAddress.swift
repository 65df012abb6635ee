/// A URL in the parts that a request is signed from.
public struct WebAddress: Sendable, Hashable {
  /// One part of the query, not encoded.
  public struct QueryItem: Sendable, Hashable {
    /// The part before the equals sign.
    public var name: String
    /// The part after it.
    public var value: String

    /// A part of the query, not encoded.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// `http` or `https`.
  public var scheme: String
  /// The host, with the port unless it is the scheme's own.
  public var host: String
  /// The path, percent-encoded; it begins with a slash.
  public var path: String
  /// The query in its order, not encoded.
  public var query: [QueryItem]

  /// Reads `http://host[:port][/path]` or the same with `https`; nil if it is anything else, with
  /// user, query or fragment included.
  public init?(_ text: String) {
    guard let colon = text.firstRange(of: "://") else { return nil }
    scheme = text[..<colon.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = text[colon.upperBound...]
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    host = String(rest[..<slash]).lowercased()
    path = slash == rest.endIndex ? "/" : String(rest[slash...])
    query = []
    let isSound = (host + path).utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !#"@?#"<>\^`{|}"#.utf8.contains(byte)
    }
    guard isSound, !host.isEmpty, !host.hasPrefix(":") else { return nil }
    if scheme == "https", host.hasSuffix(":443") { host.removeLast(4) }
    if scheme == "http", host.hasSuffix(":80") { host.removeLast(3) }
  }

  /// Everything on one line, the query encoded.
  public var text: String {
    let items = query.map { "\($0.name.percentEncoded())=\($0.value.percentEncoded())" }
    let question = items.isEmpty ? "" : "?" + items.joined(separator: "&")
    return "\(scheme)://\(host)\(path)\(question)"
  }

  /// Whether others on the way can read what is sent there: it is not encrypted, and leaves this
  /// machine.
  public var isInTheClear: Bool {
    scheme != "https" && !["localhost", "127.0.0.1", "::1"].contains(hostName)
  }

  /// The host without the port.
  public var hostName: String {
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
      return String(host[host.index(after: host.startIndex)..<end])
    }
    return host.split(separator: ":").first.map(String.init) ?? host
  }
}
