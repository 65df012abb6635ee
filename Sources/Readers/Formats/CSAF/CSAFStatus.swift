/// What a maker says of a product (CSAF 2.0 §3.2.3.9): affected, not, or not known yet; what is fixed
/// is no finding.
enum CSAFStatus {
  case affected
  case notAffected
  case underInvestigation

  init?(_ name: String) {
    switch name {
    case "first_affected", "known_affected", "last_affected": self = .affected
    case "known_not_affected": self = .notAffected
    case "under_investigation": self = .underInvestigation
    default: return nil
    }
  }

  /// What to say of it beside the finding.
  var words: String? {
    self == .underInvestigation ? "The maker is still looking into it." : nil
  }
}
