internal import Findings

/// Moments as text, each formatted once: thousands of findings share a few runs.
struct MomentTexts {
  private var texts: [Instant: String] = [:]

  /// ISO 8601 in UTC.
  subscript(_ moment: Instant) -> String {
    mutating get {
      if let text = texts[moment] { return text }
      let text = moment.description
      texts[moment] = text
      return text
    }
  }
}
