/// Xray's name for a component: `npm://ip:2.0.0`, `deb://debian:stretch:libx11:2:1.6.4-3`.
struct XrayComponent {
  /// The kind of package, in Xray's word.
  var type: String
  /// The name with its group; without the distribution that stands before a system's package.
  var name: String
  var version: String?
  /// Everything behind the type.
  var reference: String

  init(_ text: String) {
    let scheme = text.firstRange(of: "://")
    type = scheme.map { String(text[..<$0.lowerBound]) } ?? ""
    reference = scheme.map { String(text[$0.upperBound...]) } ?? text
    var parts = reference.split(separator: ":").map(String.init)
    // A system's packages are named behind their distribution, and their versions may have an epoch.
    let leading = ["deb": 2, "rpm": 1, "alpine": 1][type] ?? 0
    if leading > 0, parts.count > leading + 1 {
      parts.removeFirst(leading)
      name = parts[0]
      version = parts.dropFirst().joined(separator: ":")
    } else if parts.count > 1, let last = parts.last, last.contains(where: \.isNumber) {
      name = parts.dropLast().joined(separator: ":")
      version = last
    } else {
      name = reference
    }
  }
}
