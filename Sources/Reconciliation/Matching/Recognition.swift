internal import Findings

/// Which of a stream's findings are known already, which are new, and which are not seen.
struct Recognition {
  /// A finding that is known.
  struct Known {
    let entry: Int
    let finding: Int
    let pass: MatchPass
  }

  /// A finding that is new, and the entries it might be the moved form of.
  struct New {
    let finding: Int
    let candidates: [Int]
  }

  /// The findings, repeats joined; the numbers below are positions in it.
  private(set) var findings: [Finding]
  private(set) var known: [Known] = []
  private(set) var new: [New] = []
  /// The entries that are open and not seen, as positions in the entries.
  private(set) var unseen: [Int] = []
  /// How many groups were too large to compare one by one.
  private(set) var crowded = 0

  /// How many entries a new finding is said to have possibly moved from at most.
  private static let namedCandidates = 5

  /// Compares a stream's findings with what is known of it.
  ///
  /// - Parameters:
  ///   - reading: What the stream's scan shows.
  ///   - entries: All entries of the project.
  ///   - live: Those of the stream that are not closed.
  ///   - closed: Those of the stream that were closed not long ago.
  ///   - options: How hard to look.
  init(
    _ reading: StreamReading,
    entries: [Entry],
    live: [Int],
    closed: [Int],
    options: ReconcileOptions
  ) {
    var names = Names()
    let seen = reading.findings.indices.map {
      Sighting(of: reading.findings[$0], index: $0, names: &names)
    }
    let old = live.map { Sighting(of: entries[$0].finding, index: $0, names: &names) }
    let order = ContentOrder(names: names)
    let repeats = Repeats(
      reading.findings,
      sightings: order.sorted(seen) { reading.findings[$0] }
    )
    findings = repeats.findings
    var matching = Matching(
      before: order.sorted(old) { entries[$0].finding },
      after: repeats.sightings,
      alignment: Alignment(limit: options.pairLimit)
    )
    matching.joinWithinFiles()
    matching.joinByFingerprintElsewhere()
    matching.joinNearest()
    matching.joinAcrossFiles(Files(matching, names: names, covered: reading.coveredPaths))
    take(matching)

    if !options.aliases.isEmpty {
      matching = Matching(
        before: names.canonical(matching.stillBefore, by: options.aliases),
        after: names.canonical(matching.stillAfter, by: options.aliases),
        alignment: matching.alignment
      )
      matching.joinWithinFiles()
      matching.joinNearest()
      take(matching, as: .alias)
    }
    let gone = matching.stillBefore
    unseen = gone.map(\.index)

    if !matching.freeAfter.isEmpty, !closed.isEmpty {
      let shut = closed.map { Sighting(of: entries[$0].finding, index: $0, names: &names) }
      let sorted = ContentOrder(names: names).sorted(shut) { entries[$0].finding }
      matching = Matching(
        before: names.canonical(sorted, by: options.aliases),
        after: matching.stillAfter,
        alignment: Alignment(limit: options.pairLimit, isReopening: true)
      )
      matching.joinWithinFiles()
      matching.joinByFingerprintElsewhere()
      matching.joinNearest()
      matching.join(.rename, .oneToOne) { names.isRuleOnly(key: $0.key) ? nil : Trait($0) }
      take(matching, as: .reopened)
    }
    new = Self.new(among: matching.stillAfter, gone: gone)
  }

  private mutating func take(_ matching: Matching, as pass: MatchPass? = nil) {
    crowded += matching.crowded
    for pair in matching.pairs {
      known.append(
        Known(
          entry: matching.before[pair.before].index,
          finding: matching.after[pair.after].index,
          pass: pass ?? pair.pass
        )
      )
    }
  }

  /// The new findings with the entries that went at the same time and could be them: those with
  /// the same code, else those with the same key if they are few.
  private static func new(among seen: [Sighting], gone: [Sighting]) -> [New] {
    let byKey = Dictionary(grouping: gone, by: \.key)
    return seen.map { sighting in
      let sameKey = byKey[sighting.key] ?? []
      let sameCode = sameKey.filter { $0.snippet != nil && $0.snippet == sighting.snippet }
      let candidates = sameCode.isEmpty ? sameKey : sameCode
      let isFew = candidates.count <= namedCandidates
      return New(finding: sighting.index, candidates: isFew ? candidates.map(\.index) : [])
    }
  }
}

extension Names {
  /// The sightings with each rule under its newest name.
  fileprivate mutating func canonical(
    _ sightings: [Sighting],
    by aliases: RuleAliases
  ) -> [Sighting] {
    guard !aliases.isEmpty else { return sightings }
    return sightings.map { sighting in
      Sighting(
        renaming: sighting,
        key: number(of: aliases.canonical(texts[sighting.key]))
      )
    }
  }
}
