internal import Findings
internal import Reconciliation

extension Finding {
  /// The finding in one line: how bad, what, where.
  var line: String {
    let word = severity.rawValue
    let padded = word + String(repeating: " ", count: max(0, 8 - word.count))
    let place = location.sentence
    let name = title == rule.id ? title : "\(rule.id)  \(title)"
    return "\(padded)  \(name.bounded(160))\(place.isEmpty ? "" : "  \(place.bounded(160))")"
  }
}

extension Location {
  /// Where it is, in a few words; empty if that is not known.
  var sentence: String {
    if let package {
      let version = package.version.map { " \($0)" } ?? ""
      let origin = image ?? path
      return "\(package.name)\(version)\(origin.map { " in \($0)" } ?? "")"
    }
    if let path { return line.map { "\(path):\($0)" } ?? path }
    if let url { return [method, url, parameter].compactMap(\.self).joined(separator: " ") }
    return resource ?? image ?? account ?? cluster ?? logical ?? ""
  }
}

extension String {
  /// The text, cut to a number of characters.
  func bounded(_ limit: Int) -> String { count > limit ? "\(prefix(limit))…" : self }
}
