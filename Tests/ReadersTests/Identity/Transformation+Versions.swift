import Findings

@testable import Readers

extension Transformation {
  /// Every version that a finding or the scanner has becomes a later one, wherever it is written.
  static let versions = Transformation(name: "versions") { context in
    let packages = context.reading.findings.compactMap(\.location.package)
    let texts = packages.flatMap { [$0.version, $0.fixedIn] } + [context.reading.scannerVersion]
    // Some reports give the epoch and the build, `0:3.0.11-1`, as fields of their own.
    let versions = texts.compactMap(\.self).flatMap { text in
      text.split { ", ".contains($0) }.flatMap { [$0] + $0.split { ":-".contains($0) } }
    }
    let dotted = Set(versions.filter { $0.contains(".") && $0.contains(where: \.isNumber) })
    return ReportTree.Rewriting(leaf: { _, text, _ in
      replaced(dotted.map(String.init), in: text, by: bumped)
    })
  } trace: { finding in
    finding.location.package?.version.flatMap { $0.contains(".") ? $0 : nil }
  }

  /// Every image has another tag and is built anew, and so are its layers.
  static let images = Transformation(name: "images") { context in
    let images = Set(context.reading.findings.compactMap(\.location.image).compactMap(tagged))
    let tags = Set(images.compactMap { $0.split(separator: ":").last }.map(String.init))
    return ReportTree.Rewriting(leaf: { path, text, _ in
      if tags.contains(text), path.last?.lowercased().contains("tag") == true { return "7.7-next" }
      let renamed = replaced(Array(images), in: text) { image in
        image.prefix(upTo: image.lastIndex(of: ":") ?? image.endIndex) + ":7.7-next"
      }
      return renamed.replacing(/sha256:[0-9a-f]{64}/) { match in
        "sha256:" + String(match.output.dropFirst(7).map(nextDigit))
      }
    })
  } trace: { finding in
    finding.location.image.flatMap { tagged($0) ?? ($0.contains("sha256:") ? $0 : nil) }
  }

  /// The name with its tag and without its digest; nil where it has no tag.
  private static func tagged(_ image: String) -> String? {
    let name = image.prefix { $0 != "@" }
    let last = name.split(separator: "/").last ?? ""
    return last.contains(":") && !name.hasPrefix("sha256:") ? String(name) : nil
  }

  /// A text with each of some words replaced where it stands alone; the longest wins.
  private static func replaced(
    _ words: [String],
    in text: String,
    by replacement: (String) -> String
  ) -> String {
    let words = words.sorted { ($0.count, $0) > ($1.count, $1) }
    guard words.contains(where: { text.contains($0) }) else { return text }
    var output = ""
    var rest = text[...]
    while let first = rest.first {
      let isInside = output.last.map { $0.isLetter && $0 != "v" || $0.isNumber || $0 == "." }
      if isInside != true, let word = words.first(where: { stands($0, at: rest) }) {
        output += replacement(word)
        rest = rest.dropFirst(word.count)
      } else {
        output.append(first)
        rest = rest.dropFirst()
      }
    }
    return output
  }

  private static func stands(_ word: String, at rest: Substring) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    let next = rest.dropFirst(word.count)
    if next.first == "." { return next.dropFirst().first?.isNumber != true }
    return next.first.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  /// The version with its last number one higher.
  private static func bumped(_ version: String) -> String {
    guard let end = version.lastIndex(where: \.isNumber) else { return version }
    let head = version[...end]
    let digits = head.reversed().prefix { $0.isNumber }.reversed()
    guard let number = Int(String(digits)) else { return version }
    return head.dropLast(digits.count) + String(number + 1) + version[version.index(after: end)...]
  }

  private static func nextDigit(_ digit: Character) -> Character {
    let digits = Array("0123456789abcdef")
    return digits[((digits.firstIndex(of: digit) ?? 0) + 1) % 16]
  }
}
