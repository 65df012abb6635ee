/// A URL that was tested, reduced to what stays the same between two runs and gives nothing away.
struct EndpointURL {
  /// Scheme, host, port, path and the names of the query's parameters, without their values, which
  /// may be secrets.
  var display: String
  /// The path with what looks like an identifier replaced by `{id}`, then the names of the query's
  /// parameters, sorted.
  var template: String

  /// Reads an absolute or relative URL of whatever shape a scanner prints.
  init(_ text: String) {
    let (origin, rest) = Self.split(Self.bounded(text))
    let beforeFragment = rest.prefix { $0 != UInt8(ascii: "#") }
    let query = beforeFragment.firstIndex(of: UInt8(ascii: "?"))
    let path = query.map { beforeFragment[..<$0] } ?? beforeFragment
    let names = query.map { Self.names(beforeFragment[$0...].dropFirst()) } ?? []
    let suffix = names.isEmpty ? "" : "?" + names.joined(separator: "&")
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map(Self.part)
    let shown = parts.map { Redaction.masked($0) }.joined(separator: "/")
    display = origin + shown + suffix
    template =
      Self.template(parts) + (names.isEmpty ? "" : "?" + names.sorted().joined(separator: "&"))
  }

  /// The first 2,000 characters without white space and control characters.
  private static func bounded(_ text: String) -> String {
    if text.utf8.count <= 2000, text.utf8.allSatisfy({ $0 > 0x20 }) { return text }
    return text.unicodeScalars.prefix(2000).split { $0.value <= 0x20 }
      .map { Substring($0) }.joined()
  }

  /// Takes scheme, host and port off the front: lower case, without credentials and default port.
  private static func split(_ url: String) -> (origin: String, rest: Substring.UTF8View) {
    guard let scheme = url.range(of: "://") else { return ("", url.utf8[...]) }
    let name = url[..<scheme.lowerBound].lowercased()
    let behind = url.utf8[scheme.upperBound...]
    let authority = behind.prefix { !endsAuthority($0) }
    let parts = authority.split(separator: UInt8(ascii: "@"))
    var host = parts.last.map { Substring($0).lowercased() } ?? ""
    let standard = name == "https" ? ":443" : name == "http" ? ":80" : ""
    if !standard.isEmpty, host.hasSuffix(standard) { host.removeLast(standard.count) }
    return ("\(name)://\(host)", behind[authority.endIndex...])
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func names(_ query: Substring.UTF8View) -> [String] {
    var names: [String] = []
    for pair in query.split(whereSeparator: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ";") })
    {
      let name = Redaction.masked(String(Substring(pair.prefix { $0 != UInt8(ascii: "=") })))
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// A part of a path without the values of its own parameters: `a;jsessionid=…` as `a;jsessionid`.
  private static func part(_ part: Substring.UTF8View) -> String {
    let pieces = part.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    if pieces.count == 1 { return String(Substring(part)) }
    let names = pieces.dropFirst().map { $0.prefix { $0 != UInt8(ascii: "=") } }
    return ([pieces[0]] + names).map { Substring($0) }.joined(separator: ";")
  }

  private static func template(_ parts: [String]) -> String {
    "/"
      + parts.filter { !$0.isEmpty }.map { isIdentifier($0) ? "{id}" : $0 }.joined(separator: "/")
  }

  /// A number, a UUID, a long run of hexadecimal digits or of mixed letters and digits, or what
  /// looks secret.
  private static func isIdentifier(_ part: String) -> Bool {
    if Redaction.masked(part) != part { return true }
    let bytes = part.utf8
    let digits = bytes.count { (48...57).contains($0) }
    if digits == bytes.count { return true }
    let isHex = bytes.allSatisfy {
      (48...57).contains($0) || (97...102).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
    }
    if isHex, bytes.count >= 16, digits > 0 { return true }
    let isWord = bytes.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_")
    }
    return isWord && bytes.count >= 24 && digits >= 4
  }
}
