extension String {
  /// The text, cut to about so many bytes at the border of a character, `…` in its place.
  func bounded(to limit: Int) -> String {
    let view = utf8
    guard view.count > limit else { return self }
    var end = view.index(view.startIndex, offsetBy: limit)
    while end > view.startIndex, view[end] & 0xC0 == 0x80 { end = view.index(before: end) }
    return String(decoding: view[..<end], as: UTF8.self) + "…"
  }
}
