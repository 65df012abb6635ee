internal import Syntax

extension KubescapeScan {
  /// What came of a control on a resource.
  enum Status {
    case failed, excepted, passed, manual, irrelevant
  }

  /// The status of a control, which early versions give to its rules alone.
  static func status(of control: JSON) -> Status {
    let own = control["status"]
    if let word = own["status"].string ?? own.string {
      return status(word, own["subStatus"].string ?? "")
    }
    let rules = control["rules"].elements.map {
      status($0["status"].string ?? "", $0["subStatus"].string ?? "")
    }
    for status in [Status.failed, .excepted, .manual, .passed] where rules.contains(status) {
      return status
    }
    return .irrelevant
  }

  private static func status(_ word: String, _ detail: String) -> Status {
    if detail == "w/exceptions" || word == "excluded" { return .excepted }
    return switch word {
    case "failed": .failed
    case "passed": detail == "irrelevant" ? .irrelevant : .passed
    case "skipped": .manual
    default: .irrelevant
    }
  }
}
