internal import Findings

/// Joins findings that repeat each other to the letter of where and what, and counts them.
struct Repeats {
  /// The findings, each once, their occurrences summed; repeats leave a gap that nothing points to.
  private(set) var findings: [Finding]
  /// What is left, in the order it came.
  private(set) var sightings: [Sighting] = []

  /// Joins the repeats among findings whose sightings are sorted by content.
  init(_ findings: [Finding], sightings sorted: [Sighting]) {
    self.findings = findings
    sightings.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, Self.sharePlace(sorted[start], sorted[end]) { end += 1 }
      add(sorted[start..<end])
      start = end
    }
  }

  private static func sharePlace(_ left: Sighting, _ right: Sighting) -> Bool {
    left.key == right.key && left.path == right.path && left.line == right.line
  }

  private mutating func add(_ group: ArraySlice<Sighting>) {
    guard group.count > 1 else {
      sightings.append(contentsOf: group)
      return
    }
    var first: [Spot: Int] = [:]
    for sighting in group {
      let finding = findings[sighting.index]
      let spot = Spot(finding)
      if let index = first[spot] {
        findings[index].occurrences += finding.occurrences
      } else {
        first[spot] = sighting.index
        sightings.append(sighting)
      }
    }
  }
}

/// What two findings with one key must share to be repeats.
private struct Spot: Hashable {
  let place: Place
  let location: Location
  let isSuppressed: Bool

  init(_ finding: Finding) {
    place = finding.identity.place
    location = finding.location
    isSuppressed = finding.suppression != nil
  }
}
