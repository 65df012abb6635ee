import Dashboards
import Templates
import Testing

/// Contrast as WCAG 2.2 computes it (§1.4.3, §1.4.11), of the colours the stylesheet names.
@Suite struct ContrastTests {
  private struct Scheme {
    let name: String
    var colours: [String: [Double]] = [:]

    /// The relative luminance of a colour.
    func luminance(_ name: String) throws -> Double {
      let channels = try #require(colours[name]).map { channel in
        channel <= 0.04045 ? channel / 12.92 : power((channel + 0.055) / 1.055)
      }
      return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    /// A number to the power of 2.4, by halving intervals: the fifth root of the number's twelfth
    /// power.
    private func power(_ number: Double) -> Double {
      let square = number * number
      let goal = square * square * square * square * square * square
      var (low, high) = (0.0, 1.0)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        let fifth = middle * middle * middle * middle * middle
        if fifth < goal { low = middle } else { high = middle }
      }
      return low
    }

    func contrast(_ one: String, _ other: String) throws -> Double {
      let (left, right) = (try luminance(one), try luminance(other))
      return (max(left, right) + 0.05) / (min(left, right) + 0.05)
    }
  }

  /// The light and the dark scheme, as the first two `:root` blocks set them.
  private func schemes() throws -> [Scheme] {
    let bytes = try #require(Assets.assets["assets/style.css"])
    let blocks = String(decoding: bytes, as: UTF8.self).split(
      separator: ":root {",
      omittingEmptySubsequences: false
    ).dropFirst()
    return try zip(["light", "dark"], blocks).map { name, block in
      var scheme = Scheme(name: name)
      let body = block.prefix { $0 != "}" }
      for match in body.matches(of: /--([a-z-]+): #([0-9a-f]+);/) {
        let digits = match.2.count == 3 ? match.2.map { "\($0)\($0)" }.joined() : String(match.2)
        let value = try #require(Int(digits, radix: 16))
        scheme.colours[String(match.1)] = [value >> 16, value >> 8 & 255, value & 255]
          .map { Double($0) / 255 }
      }
      return scheme
    }
  }

  @Test func textCanBeReadInBothSchemes() throws {
    let schemes = try schemes()
    #expect(schemes.count == 2)
    for scheme in schemes {
      for ground in ["page", "raised", "warn-page", "good-page"] {
        for ink in ["text", "quiet", "link", "good", "bad", "warn"] {
          #expect(try scheme.contrast(ink, ground) >= 4.5, "\(ink) on \(ground), \(scheme.name)")
        }
      }
      let isDark = scheme.name == "dark"
      for severity in ["critical", "high", "medium", "low", "info", "unknown"] {
        let isBright = isDark ? severity != "critical" : ["medium", "low"].contains(severity)
        let ink = isBright ? "on-bright" : "on-dark"
        #expect(try scheme.contrast(ink, severity) >= 4.5, "\(severity), \(scheme.name)")
      }
    }
  }

  @Test func whatIsDrawnHasAnEdgeThatCanBeSeen() throws {
    for scheme in try schemes() { #expect(try scheme.contrast("edge", "page") >= 3) }
  }
}
