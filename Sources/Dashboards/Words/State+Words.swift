internal import Findings
internal import Reconciliation

extension State {
  /// The word for a page, such as `unconfirmed`.
  var word: String {
    switch self {
    case .open: "open"
    case .unknown: "unconfirmed"
    case .suppressed: "suppressed"
    case .fixed: "fixed"
    case .removed: "removed"
    }
  }

  /// What it means, in a sentence.
  var meaning: String {
    switch self {
    case .open: "The last scan that could tell shows it."
    case .unknown:
      "It was open, and no scan since could tell: the scan failed, is missing, or is partial and "
        + "does not show it. It counts as open until a complete scan no longer shows it."
    case .suppressed:
      "Somebody decided to live with it. It is shown, but never counts as open."
    case .fixed: "A later complete scan of the same kind no longer shows it."
    case .removed:
      "It is gone, but nothing proves that it was fixed: its file or its rule is no longer scanned, "
        + "or it is a secret whose rotation nobody has shown."
    }
  }
}

extension Change {
  /// The word for a page, such as `moved`.
  var word: String { rawValue }

  /// What it means, in a sentence.
  var meaning: String {
    switch self {
    case .new: "This run is the first to see it."
    case .unchanged: "It is as the run before saw it."
    case .changed: "It is the same finding, but its severity, version, image or decision differs."
    case .moved: "It is the same finding at another place: another line, or another file."
    case .reopened: "It had been closed and is there again."
    case .fixed: "A complete scan no longer shows it."
    case .removed: "It is gone without proof that it was fixed."
    case .carried: "No scan could tell, so it stays as it was; or it had been closed before."
    }
  }

  /// The word in a finding's history.
  var past: String {
    switch self {
    case .new: "first seen"
    case .carried: "unconfirmed"
    case .unchanged, .changed, .moved, .reopened, .fixed, .removed: rawValue
    }
  }
}

extension MatchPass {
  /// How a finding was recognised, as the end of a sentence that begins with "recognised".
  var words: String {
    switch self {
    case .fingerprint: "by the scanner’s own fingerprint"
    case .place: "by the same rule at the same place"
    case .snippet: "by the same code in the same file"
    case .nearest: "by the nearest line in the same file"
    case .rename: "in a file that was renamed or moved"
    case .alias: "under a rule’s other name"
    case .reopened: "as one closed not long ago"
    }
  }

  /// What the pass compares, in a sentence.
  var meaning: String {
    switch self {
    case .fingerprint:
      "The scanner’s own fingerprint is the same, and the report’s fingerprints passed a test."
    case .place: "Rule and place are the same, down to the line."
    case .snippet: "Rule and file are the same, and so is the code there; the line may differ."
    case .nearest: "Rule and file are the same; of several it is the one at the nearest line."
    case .rename: "The rule is the same, and the file was renamed or moved together with others."
    case .alias: "The rule is known under another name."
    case .reopened: "It had been closed within the last 90 days, unless configured otherwise."
    }
  }
}
