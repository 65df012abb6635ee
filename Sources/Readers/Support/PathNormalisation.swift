/// Makes one path of the many ways scanners write it, so that a run elsewhere finds the same file.
///
/// `file://` and percent-encoding, backslashes, drive letters, `.` and `..` are resolved; the working
/// folder of a CI system or of a scanner's container image is taken off an absolute path. A relative
/// path stays as it is, and so does an absolute one under no known root.
enum PathNormalisation {
  /// A path as a scanner prints it; with `isURI` its percent-encoding is undone.
  static func normalised(_ raw: String, isURI: Bool = false) -> String {
    var raw = raw
    let isClean = raw.withUTF8 { isNormal($0) }
    if isClean && !(isURI && raw.utf8.contains(UInt8(ascii: "%"))) { return raw }
    var path = Substring(raw)
    var decodes = isURI
    if path.utf8.starts(with: "file:".utf8) {
      path = withoutScheme(path)
      decodes = true
    }
    let text = decodes ? PercentEncoding.decoded(String(path)) : String(path)
    return resolved(text.utf8.contains(UInt8(ascii: "\\")) ? text.exchanging("\\", for: "/") : text)
  }

  /// Whether nothing has to be done: relative, no scheme, no empty or dotted part, no backslash.
  private static func isNormal(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = path.first else { return true }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: ".") { return false }
    var previous = UInt8(ascii: "/")
    for byte in path {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "."):
        if previous == UInt8(ascii: "/") { return false }
      default: break
      }
      previous = byte
    }
    return true
  }

  /// `file:///a`, `file://host/a` and `file:a` without scheme and host.
  private static func withoutScheme(_ uri: Substring) -> Substring {
    let rest = uri.dropFirst(5)
    guard rest.utf8.starts(with: "//".utf8) else { return rest }
    let authority = rest.dropFirst(2)
    guard let slash = authority.utf8.firstIndex(of: UInt8(ascii: "/")) else { return authority }
    return authority[slash...]
  }

  private static func resolved(_ path: String) -> String {
    var parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
      .map { Substring($0) }
    var isAbsolute = path.utf8.first == UInt8(ascii: "/")
    if let drive = parts.first, drive.utf8.count == 2, drive.utf8.last == UInt8(ascii: ":") {
      parts.removeFirst()
      isAbsolute = true
    }
    var kept: [Substring] = []
    for part in parts where part != "." {
      if part == "..", let last = kept.last, last != ".." {
        kept.removeLast()
      } else if part != ".." || !isAbsolute {
        kept.append(part)
      }
    }
    guard isAbsolute else { return kept.joined(separator: "/") }
    if let root = WorkingFolder.depth(of: kept), root < kept.count {
      return kept[root...].joined(separator: "/")
    }
    return "/" + kept.joined(separator: "/")
  }
}
