internal import Findings

extension Difference {
  /// What differs between two sightings of one finding, field by field.
  ///
  /// Lines are among them; they alone make a finding moved, not changed.
  static func between(_ before: Finding, _ after: Finding) -> [Difference] {
    var differences: [Difference] = []
    func compare(_ field: String, _ before: String?, _ after: String?) {
      guard before != after else { return }
      differences.append(Difference(field: field, before: before ?? "", after: after ?? ""))
    }
    if before.severity != after.severity {
      compare("severity", before.severity.rawValue, after.severity.rawValue)
    }
    compare("version", before.location.package?.version, after.location.package?.version)
    compare("fixedIn", before.location.package?.fixedIn, after.location.package?.fixedIn)
    compare("image", before.location.image, after.location.image)
    if (before.suppression == nil) != (after.suppression == nil) {
      compare(
        "suppression",
        before.suppression.map { $0.justification ?? "suppressed" },
        after.suppression.map { $0.justification ?? "suppressed" }
      )
    }
    compare("path", before.path, after.path)
    if before.line != after.line {
      compare("line", before.line.map(String.init), after.line.map(String.init))
    }
    return differences
  }

  /// Whether the field says where a finding is, not what it is like.
  var isOfPlace: Bool { field == "path" || field == "line" }

  /// The difference in words, such as `severity: high → critical`.
  var sentence: String {
    "\(field): \(before.isEmpty ? "none" : before) → \(after.isEmpty ? "none" : after)"
  }
}

extension Finding {
  /// The file it is in, or whatever else its place is named by.
  var path: String { location.path ?? identity.place.path }

  fileprivate var line: Int? { location.line ?? identity.place.line }
}
