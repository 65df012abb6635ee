internal import Findings

/// The order of findings by what they say, whatever order a report lists them in.
struct ContentOrder {
  private let ranks: [Int]

  init(names: Names) {
    ranks = names.ranks()
  }

  /// The sightings by key, place, and whatever else tells their findings apart.
  ///
  /// Numbers decide nearly always; the findings are looked at only where they do not.
  func sorted(_ sightings: [Sighting], finding: (Int) -> Finding) -> [Sighting] {
    sightings.sorted { left, right in
      if left.key != right.key { return ranks[left.key] < ranks[right.key] }
      if left.path != right.path { return ranks[left.path] < ranks[right.path] }
      if left.line != right.line { return left.line < right.line }
      return Self.precedes(finding(left.index), finding(right.index))
    }
  }

  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    let here = left.location
    let there = right.location
    if here.column != there.column { return (here.column ?? 0) < (there.column ?? 0) }
    if here.endLine != there.endLine { return (here.endLine ?? 0) < (there.endLine ?? 0) }
    let snippet = left.identity.place.snippet ?? 0
    let other = right.identity.place.snippet ?? 0
    if snippet != other { return snippet < other }
    if let order = order(here.package?.version, there.package?.version) { return order }
    for text: KeyPath<Location, String?> in [
      \.logical, \.path, \.resource, \.url, \.parameter, \.method, \.image, \.commit, \.account,
      \.region, \.cluster,
    ] {
      if let order = order(here[keyPath: text], there[keyPath: text]) { return order }
    }
    if let order = order(left.identity.place.fingerprint, right.identity.place.fingerprint) {
      return order
    }
    if left.severity != right.severity { return left.severity < right.severity }
    return order(left.title, right.title) ?? order(left.message, right.message) ?? false
  }

  private static func order(_ left: String?, _ right: String?) -> Bool? {
    left == right ? nil : (left ?? "") < (right ?? "")
  }
}
