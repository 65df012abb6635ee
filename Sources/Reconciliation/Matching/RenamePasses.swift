internal import Findings

// The passes that look for a finding in another file. Each needs more than the key: the same code,
// the same file name, company on the way, or that there is no other choice.
extension Matching {
  /// Joins the same key across files.
  mutating func joinAcrossFiles(_ files: Files) {
    guard !freeBefore.isEmpty, !freeAfter.isEmpty else { return }
    join(.rename, .oneToOne) { sighting in
      sighting.snippet.map { Trait(sighting, snippet: $0) }
    }
    joinRenamedFolders(files)
    joinGroups(files)
    joinSingles(files)
  }

  /// A file that went and a file that came, with the same name and folders at the end of their
  /// paths: the longer the ending they share, the earlier they are joined.
  private mutating func joinRenamedFolders(_ files: Files) {
    for depth in [4, 3, 2, 1] {
      var endings: [String: (before: Set<Int>, after: Set<Int>)] = [:]
      for position in freeBefore where files.isGone(before[position].path) {
        guard let ending = files.ending(of: before[position].path, depth: depth) else { continue }
        endings[ending, default: ([], [])].before.insert(before[position].path)
      }
      for position in freeAfter where files.isNew(after[position].path) {
        guard let ending = files.ending(of: after[position].path, depth: depth) else { continue }
        endings[ending]?.after.insert(after[position].path)
      }
      var moves: [Int: Int] = [:]
      for (old, new) in endings.values where old.count == 1 && new.count == 1 {
        if let old = old.first, let new = new.first { moves[old] = new }
      }
      join(moves)
    }
  }

  /// Findings that leave one file together and arrive in another together, each the other's best
  /// and only choice.
  private mutating func joinGroups(_ files: Files) {
    var company: [Move: Int] = [:]
    for pair in pairs where pair.pass == .rename {
      company[Move(from: before[pair.before].path, to: after[pair.after].path), default: 0] += 1
    }
    for group in groups(before: { $0.key }, after: { $0.key }) {
      let old = counts(group.before.map { before[$0].path })
      let new = counts(group.after.map { after[$0].path })
      guard old.count <= alignment.limit / max(new.count, 1) else {
        skipCrowd()
        continue
      }
      for (from, leaving) in old {
        for (to, arriving) in new where from != to && (files.isGone(from) || files.isNew(to)) {
          company[Move(from: from, to: to), default: 0] += min(leaving, arriving)
        }
      }
    }
    join(Self.mutualBest(company.filter { $0.value >= 2 }))
  }

  /// One that went and one that came, and no other with the same key.
  private mutating func joinSingles(_ files: Files) {
    for group in groups(before: { $0.key }, after: { $0.key })
    where group.before.count == 1 && group.after.count == 1 {
      let old = before[group.before[0]]
      let new = after[group.after[0]]
      guard !old.contradicts(new), files.couldMove(key: old.key, from: old.path, to: new.path)
      else { continue }
      join(group, as: .rename, .oneToOne)
    }
    sweep()
  }

  /// Joins the findings of files that moved, by their code first and then by their lines.
  private mutating func join(_ moves: [Int: Int]) {
    guard !moves.isEmpty else { return }
    let arrivals = Set(moves.values)
    join(
      .rename,
      .aligned,
      before: { (old) -> Trait? in
        guard let snippet = old.snippet, let path = moves[old.path] else { return nil }
        return Trait(old, path, snippet: snippet)
      },
      after: { (new) -> Trait? in
        guard let snippet = new.snippet, arrivals.contains(new.path) else { return nil }
        return Trait(new, new.path, snippet: snippet)
      }
    )
    join(
      .rename,
      .aligned,
      before: { old in moves[old.path].map { Trait(old, $0) } },
      after: { new in arrivals.contains(new.path) ? Trait(new, new.path) : nil }
    )
  }

  private func counts(_ paths: [Int]) -> [Int: Int] {
    paths.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The moves that are the best of both their ends; where two are equally good, neither is.
  private static func mutualBest(_ company: [Move: Int]) -> [Int: Int] {
    var bestTo: [Int: (count: Int, to: Int?)] = [:]
    var bestFrom: [Int: (count: Int, from: Int?)] = [:]
    for (move, count) in company {
      let leaving = bestTo[move.from] ?? (0, nil)
      if count > leaving.count {
        bestTo[move.from] = (count, move.to)
      } else if count == leaving.count {
        bestTo[move.from] = (count, nil)
      }
      let arriving = bestFrom[move.to] ?? (0, nil)
      if count > arriving.count {
        bestFrom[move.to] = (count, move.from)
      } else if count == arriving.count {
        bestFrom[move.to] = (count, nil)
      }
    }
    var moves: [Int: Int] = [:]
    for (from, best) in bestTo {
      if let to = best.to, bestFrom[to]?.from == from { moves[from] = to }
    }
    return moves
  }
}

/// Findings leaving one file for another.
private struct Move: Hashable {
  let from: Int
  let to: Int
}
