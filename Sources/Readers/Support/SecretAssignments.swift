/// A user and a password before the host of a URL.
enum Authority {
  /// Whether `//` follows the colon at an index.
  static func follows(_ colon: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    colon + 2 < text.count && text[colon + 1] == UInt8(ascii: "/")
      && text[colon + 2] == UInt8(ascii: "/")
  }

  /// The password of `://user:password@host`, or the token of `://token@host`.
  static func userInfo(behind colon: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let start = colon + 3
    var separator: Int?
    var at: Int?
    for index in start..<min(text.count, start + 1000) {
      let byte = text[index]
      if byte == UInt8(ascii: "@") { at = index }
      if byte == UInt8(ascii: ":"), separator == nil, at == nil { separator = index }
      let ends = byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\"")
      if ends || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "?") { break }
    }
    guard let at else { return nil }
    if let separator, separator < at { return separator + 1..<at }
    return at - start >= 16 ? start..<at : nil
  }
}

/// Something secret that gets a value: `password = "…"`, `"api_key": "…"`, `token=…`.
enum Assignment {
  /// The value behind a `:` or `=`, if what stands before it names a secret.
  static func value(behind sign: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard namesSecret(before: sign, in: text) else { return nil }
    var start = sign + 1
    while start < text.count, isPadding(text[start]) { start += 1 }
    guard start < text.count else { return nil }
    if let credentials = credentials(from: start, in: text) { return credentials }
    let quote = text[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "`") {
      return quoted(from: start, in: text)
    }
    return bare(from: start, behind: text[sign], in: text)
  }

  /// What follows the scheme of an `Authorization` header (RFC 9110 §11.4), unless it is prose.
  private static func credentials(
    from start: Int,
    in text: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    let schemes: [StaticString] = ["basic ", "bearer ", "token ", "digest ", "negotiate "]
    let scheme = schemes.first { scheme in
      let end = start + scheme.utf8CodeUnitCount
      return end < text.count
        && text[start..<end].lazy.map(ByteClass.lower).elementsEqual(
          UnsafeBufferPointer(start: scheme.utf8Start, count: scheme.utf8CodeUnitCount)
        )
    }
    guard let scheme else { return nil }
    let value = text[(start + scheme.utf8CodeUnitCount)...].prefix { $0 > 0x20 && !isEnd($0) }
    let signs = value.count { ByteClass.isDigit($0) || $0 == UInt8(ascii: "=") }
    let isWord = signs == 0 && value.count(where: ByteClass.isUpper) < 2
    return value.count < 8 || isWord ? nil : value.startIndex..<value.endIndex
  }

  private static func isPadding(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\\")
  }

  private static func quoted(
    from quote: Int,
    in text: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var end = quote + 1
    while end < text.count, text[end] != text[quote], text[end] != 0x0A {
      end += text[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    end = min(end, text.count)
    return end > quote + 1 ? quote + 1..<end : nil
  }

  /// A value without quotation marks: behind `=` any word, behind `:` one that is no plain word.
  private static func bare(
    from start: Int,
    behind sign: UInt8,
    in text: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var end = start
    var hasDigit = false
    var hasLetter = false
    while end < text.count, text[end] > 0x20, !isEnd(text[end]) {
      hasDigit = hasDigit || ByteClass.isDigit(text[end])
      hasLetter = hasLetter || !ByteClass.isDigit(text[end])
      end += 1
    }
    let length = end - start
    if end < text.count, text[end] == UInt8(ascii: "(") { return nil }
    switch text[start] {
    case UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["),
      UInt8(ascii: "*"), UInt8(ascii: "%"):
      return nil
    default: break
    }
    if sign == UInt8(ascii: "=") { return length >= 4 ? start..<end : nil }
    return length >= 8 && hasDigit && hasLetter ? start..<end : nil
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  /// Whether the word before a sign ends like the name of a secret.
  private static func namesSecret(before sign: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = sign
    while end > 0, isBetween(text[end - 1]) { end -= 1 }
    guard end >= 3, sign - end <= 4 else { return false }
    return endings(with: ByteClass.lower(text[end - 1])).contains { ending in
      let count = ending.utf8CodeUnitCount
      guard end >= count else { return false }
      for offset in 0..<count {
        let byte = ByteClass.lower(text[end - count + offset])
        let plain = byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte
        if plain != ending.utf8Start[offset] { return false }
      }
      return true
    }
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "]")
  }

  /// The names' endings by their last letter, in lower case with `_` for `-`.
  private static func endings(with last: UInt8) -> [StaticString] {
    switch last {
    case UInt8(ascii: "d"):
      ["password", "passwd", "pwd", "sessionid", "session_id", "sessid", "connect.sid"]
    case UInt8(ascii: "e"): ["passphrase", "cookie"]
    case UInt8(ascii: "s"): ["_pass"]
    case UInt8(ascii: "t"): ["secret"]
    case UInt8(ascii: "n"): ["token", "session", "authorization"]
    case UInt8(ascii: "y"):
      [
        "api_key", "apikey", "access_key", "accesskey", "private_key", "secret_key", "secretkey",
        "accountkey", "account_key", "auth_key", "encryption_key", "signing_key",
      ]
    default: []
    }
  }
}
