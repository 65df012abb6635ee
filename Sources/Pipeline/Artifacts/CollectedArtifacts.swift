public import Findings
internal import Glibc

/// What lies ready to be read: the newest artifacts of each stream, by project.
public struct CollectedArtifacts: Sendable {
  /// The artifacts that count, sorted by key, by project.
  public private(set) var projects: [String: [PlacedArtifact]] = [:]
  /// What could not be listed or placed, sorted.
  public private(set) var problems: [Problem]

  /// Sorts out a listing.
  ///
  /// - Parameters:
  ///   - listing: What lies in the store.
  ///   - layouts: How keys are made; the first that fits counts.
  ///   - branches: The branches that count; all of them, each a target of its own, if empty.
  ///   - ignoring: Patterns (as the shell has them) of keys that are not reports.
  ///   - place: Where a key lies, as a person would look for it.
  public init(
    _ listing: Listing,
    layouts: [Layout],
    branches: Set<String> = [],
    ignoring: [String] = [],
    place: (String) -> String
  ) {
    problems = listing.problems
    var groups: [Placement.Group: [PlacedArtifact]] = [:]
    var keys: Set<String> = []
    for artifact in listing.objects where !ignoring.contains(where: { artifact.key.matches($0) }) {
      guard var placement = layouts.lazy.compactMap({ $0.placement(of: artifact.key) }).first
      else {
        problems.append(
          Problem(
            file: place(artifact.key),
            problem: "its key does not fit the layout",
            hint: "move it, or list it under artifacts.ignore"
          )
        )
        continue
      }
      // Strings are equal whether an accent is a character of its own or not; keys are not.
      guard keys.insert(artifact.key).inserted else {
        problems.append(
          Problem(
            file: place(artifact.key),
            problem: "another artifact has this name, its accents composed otherwise",
            hint: "rename one of them"
          )
        )
        continue
      }
      if let branch = placement.branch, !branches.isEmpty {
        guard branches.contains(branch) else { continue }
        if branches.count == 1 { placement.branch = nil }
      }
      let placed = PlacedArtifact(artifact: artifact, placement: placement)
      groups[placement.group, default: []].append(placed)
    }
    for (group, placed) in groups {
      projects[group.project, default: []] += Self.reports(in: Self.newest(placed))
    }
    for project in projects.keys {
      projects[project]?.sort {
        $0.artifact.key.utf8.lexicographicallyPrecedes($1.artifact.key.utf8)
      }
    }
    problems.sort()
  }

  /// The artifacts of the newest date and, of that, the newest run.
  private static func newest(_ placed: [PlacedArtifact]) -> [PlacedArtifact] {
    var newest = placed
    for field: KeyPath<Placement, String?> in [\.date, \.run] {
      let values = Set(newest.compactMap { $0.placement[keyPath: field] })
      guard values.count > 1, let last = values.max(by: NaturalOrder.precedes) else { continue }
      newest.removeAll { $0.placement[keyPath: field] != last }
    }
    return newest
  }

  /// The artifacts that are not written for people; all of them if there is nothing else.
  private static func reports(in placed: [PlacedArtifact]) -> [PlacedArtifact] {
    let reports = placed.filter { !$0.isForPeople }
    return reports.isEmpty ? placed : reports
  }
}

extension String {
  /// Whether a pattern of the shell's (`*`, `?`, `[…]`) matches, `*` across folders too.
  fileprivate func matches(_ pattern: String) -> Bool { fnmatch(pattern, self, 0) == 0 }
}
