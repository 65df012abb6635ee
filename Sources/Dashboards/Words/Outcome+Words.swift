internal import Findings

extension Scan.Outcome {
  /// The sign beside the word, so that neither colour nor reading is needed.
  var symbol: String {
    switch self {
    case .complete: "✓"
    case .partial: "◐"
    case .failed: "✕"
    case .missing: "○"
    }
  }

  /// What it means, in a sentence.
  var meaning: String {
    switch self {
    case .complete:
      "The scanner looked at everything and said so: what it no longer shows is fixed."
    case .partial:
      "Something was left out: what the scan shows counts, what it does not show proves nothing."
    case .failed: "Nothing can be concluded; its findings stay as they were, unconfirmed."
    case .missing:
      "There is no report although there was one before; its findings stay, unconfirmed."
    }
  }
}

extension Severity {
  /// The letter that stands for it where the word has no room.
  var letter: String { Share(self, count: 0).letter }
}
