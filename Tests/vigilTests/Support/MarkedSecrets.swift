import Foundation

/// Made-up secrets in the forms that secrets have, put together at run time so that no file of ours
/// holds one, and remembered so that they can be looked for.
struct MarkedSecrets {
  /// Every secret that was made.
  private(set) var values: [String] = []
  private var state: UInt64 = 0x5EED

  private static let upper = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  private static let lower = Array("abcdefghijklmnopqrstuvwxyz")
  private static let digits = Array("0123456789")

  private mutating func next() -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33)
  }

  private mutating func characters(_ count: Int, of alphabet: [Character]) -> String {
    String((0..<count).map { _ in alphabet[next() % alphabet.count] })
  }

  @discardableResult mutating func remember(_ value: String) -> String {
    values.append(value)
    return value
  }

  /// An access key's id.
  mutating func accessKey() -> String {
    remember("AKIA" + characters(16, of: Self.upper + Self.digits))
  }

  /// A random value of letters and digits, as keys of services are.
  mutating func key(_ count: Int = 40) -> String {
    remember(characters(count, of: Self.upper + Self.lower + Self.digits))
  }

  /// A token with a prefix that says whose it is.
  mutating func token() -> String {
    remember("ghp_" + characters(36, of: Self.upper + Self.lower + Self.digits))
  }

  /// A password as people make them up: a word, digits and a sign.
  mutating func password() -> String {
    remember(characters(10, of: Self.lower) + characters(4, of: Self.digits) + "!")
  }

  /// A password that is nothing but a word.
  mutating func word() -> String { remember(characters(14, of: Self.lower)) }

  /// A random value in Base64, with its signs.
  mutating func base64() -> String {
    remember(characters(30, of: Self.upper + Self.lower + Self.digits) + "+/" + "9aZ0+Q==")
  }

  /// A hexadecimal value, as digests and some keys are.
  mutating func hexadecimal(_ count: Int = 40) -> String {
    remember(characters(count, of: Self.digits + Array("abcdef")))
  }

  /// A signed web token.
  mutating func webToken() -> String {
    let alphabet = Self.upper + Self.lower + Self.digits
    return remember(
      "eyJ" + characters(30, of: alphabet) + ".eyJ" + characters(60, of: alphabet) + "."
        + characters(43, of: alphabet)
    )
  }

  /// A private key of several lines; each line is a secret of its own.
  mutating func privateKey() -> String {
    let lines = (0..<4).map { _ in key(64) }
    let label = ["RSA", "PRIVATE", "KEY"].joined(separator: " ")
    let begin = "-----BEGIN \(label)-----"
    return ([begin] + lines + ["-----END \(label)-----"]).joined(separator: "\n")
  }
}

extension MarkedSecrets {
  /// What must not be found anywhere: the secrets, their halves of 8 or more characters, and all of
  /// these in Base64, percent-encoded or backwards.
  var traces: [String: String] {
    var traces: [String: String] = [:]
    for value in values {
      let half = value.count / 2
      var parts = [value]
      if half >= 8 { parts += [String(value.prefix(half)), String(value.suffix(half))] }
      for part in parts {
        traces[part] = value
        traces[String(part.reversed())] = value
        for offset in 0..<3 {
          // What is certain of the encoding whatever stands before and after.
          let padded = Data(repeating: 0x20, count: offset) + Data(part.utf8)
          let encoded = padded.base64EncodedString().filter { $0 != "=" }
          let sure = encoded.dropFirst(offset == 0 ? 0 : offset + 1).dropLast(2)
          if sure.count >= 8 { traces[String(sure)] = value }
        }
        traces[part.replacing("+", with: "%2B").replacing("/", with: "%2F")] = value
      }
    }
    return traces
  }

  /// The secrets of which something stands in bytes, and what stands there.
  static func leaks(_ traces: [String: String], in bytes: [UInt8]) -> [String] {
    // Runs that could hold a trace are looked up by their beginnings, so that each byte is looked
    // at once whatever the number of traces.
    var heads: [UInt64: [[UInt8]]] = [:]
    for trace in traces.keys {
      let bytes = Array(trace.utf8)
      heads[head(bytes, 0), default: []].append(bytes)
    }
    var found: [String] = []
    for index in bytes.indices.dropLast(7) {
      guard let candidates = heads[head(bytes, index)] else { continue }
      for candidate in candidates where bytes[index...].starts(with: candidate) {
        let start = max(0, index - 60)
        found.append(String(decoding: bytes[start..<min(bytes.count, index + 80)], as: UTF8.self))
      }
    }
    return found
  }

  private static func head(_ bytes: [UInt8], _ index: Int) -> UInt64 {
    var value: UInt64 = 0
    for offset in 0..<8 { value = value << 8 | UInt64(bytes[index + offset]) }
    return value
  }
}
