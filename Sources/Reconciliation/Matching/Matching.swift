internal import Findings

/// Pairs the findings of two runs, pass by pass; each is paired at most once.
struct Matching {
  /// One that was known and one that is seen, as positions in the two lists.
  struct Pair {
    let before: Int
    let after: Int
    let pass: MatchPass
  }

  /// Which findings of a group that shares a trait are joined.
  enum Joining {
    /// As many as there are on both sides, in their order.
    case inOrder
    /// As many as there may be, in their order, so that they move the fewest lines.
    case aligned
    /// Only one with one: anything else could be any of several.
    case oneToOne
  }

  let before: [Sighting]
  let after: [Sighting]
  let alignment: Alignment
  /// Positions not paired yet, in the order of their content.
  private(set) var freeBefore: [Int]
  private(set) var freeAfter: [Int]
  private(set) var pairs: [Pair] = []
  /// How many groups were too large to compare one by one.
  private(set) var crowded = 0

  private var isPairedBefore: [Bool]
  private var isPairedAfter: [Bool]

  /// Nothing paired yet; both lists are sorted by content.
  init(before: [Sighting], after: [Sighting], alignment: Alignment) {
    self.before = before
    self.after = after
    self.alignment = alignment
    freeBefore = Array(before.indices)
    freeAfter = Array(after.indices)
    isPairedBefore = [Bool](repeating: false, count: before.count)
    isPairedAfter = [Bool](repeating: false, count: after.count)
    pairs.reserveCapacity(min(before.count, after.count))
  }

  /// Joins the free findings that share a trait; those for which it is nil are left alone.
  mutating func join<Shared: Hashable>(
    _ pass: MatchPass,
    _ joining: Joining,
    on trait: (Sighting) -> Shared?
  ) {
    join(pass, joining, before: trait, after: trait)
  }

  /// Joins the free findings whose traits, before and after, are the same.
  mutating func join<Shared: Hashable>(
    _ pass: MatchPass,
    _ joining: Joining,
    before traitBefore: (Sighting) -> Shared?,
    after traitAfter: (Sighting) -> Shared?
  ) {
    guard !freeBefore.isEmpty, !freeAfter.isEmpty else { return }
    for group in groups(before: traitBefore, after: traitAfter) { join(group, as: pass, joining) }
    sweep()
  }

  /// Joins what two groups of positions have for each other.
  mutating func join(_ group: Group, as pass: MatchPass, _ joining: Joining) {
    switch joining {
    case .inOrder:
      for (old, new) in zip(group.before, group.after) { pair(old, new, as: pass) }
    case .oneToOne:
      guard group.before.count == 1, group.after.count == 1 else { return }
      pair(group.before[0], group.after[0], as: pass)
    case .aligned:
      let old = group.before.map { before[$0] }
      let new = group.after.map { after[$0] }
      if let aligned = alignment.pairs(old, new) {
        for (row, column) in aligned { pair(group.before[row], group.after[column], as: pass) }
      } else if pass == .snippet || pass == .fingerprint {
        join(group, as: pass, .inOrder)
      } else {
        crowded += 1
      }
    }
  }

  /// Notes that a group was too large to compare.
  mutating func skipCrowd() { crowded += 1 }

  /// Forgets the positions that were paired.
  mutating func sweep() {
    freeBefore.removeAll { isPairedBefore[$0] }
    freeAfter.removeAll { isPairedAfter[$0] }
  }

  private mutating func pair(_ old: Int, _ new: Int, as pass: MatchPass) {
    isPairedBefore[old] = true
    isPairedAfter[new] = true
    let isInPlace =
      pass == .nearest && before[old].line == after[new].line && before[old].path == after[new].path
    pairs.append(Pair(before: old, after: new, pass: isInPlace ? .place : pass))
  }
}

extension Matching {
  /// What was known and is not paired yet.
  var stillBefore: [Sighting] { freeBefore.map { before[$0] } }

  /// What is seen and not paired yet.
  var stillAfter: [Sighting] { freeAfter.map { after[$0] } }

  /// Free findings that share a trait, as positions in the order of their content.
  struct Group {
    var before: [Int]
    var after: [Int] = []
  }

  /// The groups that have findings on both sides, in the order of their first one before.
  func groups<Shared: Hashable>(
    before traitBefore: (Sighting) -> Shared?,
    after traitAfter: (Sighting) -> Shared?
  ) -> [Group] {
    var numbers = [Shared: Int](minimumCapacity: freeBefore.count)
    var groups: [Group] = []
    for position in freeBefore {
      guard let trait = traitBefore(before[position]) else { continue }
      if let number = numbers[trait] {
        groups[number].before.append(position)
      } else {
        numbers[trait] = groups.count
        groups.append(Group(before: [position]))
      }
    }
    for position in freeAfter {
      guard let trait = traitAfter(after[position]), let number = numbers[trait] else { continue }
      groups[number].after.append(position)
    }
    return groups.filter { !$0.after.isEmpty }
  }
}
