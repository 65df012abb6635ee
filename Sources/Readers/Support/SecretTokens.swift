/// Tokens that services mark with a prefix.
enum TokenPrefix {
  /// Where in a run of token characters a known token begins; nil where none does.
  static func start(in run: UnsafeBufferPointer<UInt8>) -> Int? {
    for index in run.indices where index == 0 || !ByteClass.isWord(run[index - 1]) {
      let rest = run.count - index
      for prefix in prefixes(beginning: run[index])
      where rest >= prefix.utf8CodeUnitCount + prefix.utf8CodeUnitCount / 2 + 8 {
        let expected = UnsafeBufferPointer(
          start: prefix.utf8Start,
          count: prefix.utf8CodeUnitCount
        )
        if run[index...].starts(with: expected) { return index }
      }
      if isAWSKey(run, index) { return index }
    }
    return nil
  }

  /// The prefixes by their first letter: most words begin with none.
  private static func prefixes(beginning byte: UInt8) -> [StaticString] {
    switch byte {
    case UInt8(ascii: "g"):
      [
        "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glc_", "glpat-", "gldt-", "glrt-",
        "glcbt-", "glptt-", "glft-", "glsoat-", "glimt-", "glagent-", "gloas-", "glffct-",
      ]
    case UInt8(ascii: "x"):
      ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xoxe.", "xapp-"]
    case UInt8(ascii: "s"):
      ["sk_live_", "sk_test_", "sk-ant-", "sk-proj-", "sk-", "shpat_", "shpss_"]
    case UInt8(ascii: "r"): ["rk_live_", "rk_test_", "rubygems_"]
    case UInt8(ascii: "e"): ["eyJ"]
    case UInt8(ascii: "A"): ["AIzaSy", "ATATT3", "ATBB", "AGE-SECRET-KEY-"]
    case UInt8(ascii: "n"): ["npm_", "nfp_"]
    case UInt8(ascii: "p"): ["pypi-AgE", "pul-", "pscale_"]
    case UInt8(ascii: "S"): ["SG."]
    case UInt8(ascii: "h"):
      ["hf_", "hvs.", "hvb.", "hooks.slack.com/services/", "hooks.slack.com/workflows/"]
    case UInt8(ascii: "d"): ["dop_v1_", "doo_v1_", "dckr_pat_", "dapi", "dp.pt."]
    case UInt8(ascii: "y"): ["ya29."]
    case UInt8(ascii: "l"): ["lin_api_"]
    case UInt8(ascii: "v"): ["v1.0-"]
    default: []
    }
  }

  /// Four letters of a known kind and at least 16 upper-case letters and digits.
  private static func isAWSKey(_ run: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard run[index] == UInt8(ascii: "A"), run.count - index >= 20 else { return false }
    let kind = run[index..<index + 4]
    let isKey = ["AKIA", "ASIA", "AROA", "AIDA", "ABIA", "ACCA"].contains {
      kind.elementsEqual($0.utf8)
    }
    return isKey
      && run[index..<index + 20].allSatisfy { ByteClass.isUpper($0) || ByteClass.isDigit($0) }
  }
}

/// Private keys between PEM's lines (RFC 7468).
enum PrivateKey {
  /// Whether a run is the dashes and the word before a private key's label.
  static func begins(_ run: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard contains("-----BEGIN", in: text[run]) else { return false }
    return contains("PRIVATE KEY", in: text[run.upperBound..<min(run.upperBound + 40, text.count)])
  }

  /// From the run to the dashes behind `END`, or to the end of the text if it was cut.
  static func range(from run: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let word: StaticString = "-----END"
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var index = run.upperBound
    while index < text.count, !text[index...].starts(with: expected) { index += 1 }
    index = min(text.count, index + expected.count)
    while index < text.count, text[index] != UInt8(ascii: "-") { index += 1 }
    while index < text.count, text[index] == UInt8(ascii: "-") { index += 1 }
    return run.lowerBound..<index
  }

  private static func contains(
    _ word: StaticString,
    in text: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return text.indices.contains { text[$0...].starts(with: expected) }
  }
}

/// Tells random characters from words.
enum Randomness {
  /// Whether a run, or a part of it between dots, looks random: at least 24 characters of upper and
  /// lower case and digits that change class at more than two of five places.
  ///
  /// Words, paths, versions, hexadecimal digests and UUIDs do not.
  static func isLikely(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    guard run.count >= 24 else { return false }
    return run.split(separator: UInt8(ascii: ".")).contains { $0.count >= 24 && isMixed($0) }
  }

  private static func isMixed(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var upper = 0
    var lower = 0
    var digits = 0
    var digitRuns = 0
    var changes = 0
    var previous = 0
    for byte in part {
      let kind: Int
      if ByteClass.isUpper(byte) {
        kind = 1
        upper += 1
      } else if ByteClass.isLower(byte) {
        kind = 2
        lower += 1
      } else if ByteClass.isDigit(byte) {
        kind = 3
        digits += 1
        if previous != 3 { digitRuns += 1 }
      } else {
        kind = 0
      }
      // A sign between two words is no change inside one.
      if previous != 0 && kind != 0 && kind != previous { changes += 1 }
      previous = kind
    }
    return upper >= 2 && lower >= 2 && digits >= 2 && digitRuns >= 2
      && changes * 5 > (upper + lower + digits) * 2
  }
}
