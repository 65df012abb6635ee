/// The links of simple HTML.
enum HTMLLinks {
  /// The targets of its anchors, and the addresses that its text names.
  static func among(_ html: String) -> [String] {
    Links.among(html.split(whereSeparator: { "\"'<> ()".contains($0) }).map(String.init))
  }
}
