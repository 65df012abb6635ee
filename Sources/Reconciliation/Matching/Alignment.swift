/// Pairs two lists of findings in one file so that their order is kept.
///
/// As many are paired as may be, and of all ways to do so the one in which they move the fewest
/// lines. Of twins that nothing tells apart it does not matter which one stays.
struct Alignment {
  /// How many pairs are compared at most.
  let limit: Int
  /// Whether one side was closed before: then a match must be close, not only the closest.
  var isReopening = false

  /// How far the code of a finding may stand from where other code stood, in lines, to be taken for
  /// the same code edited.
  private static let reach = 100

  /// Whether one may be the other, moved within its file.
  private func mayJoin(_ before: Sighting, _ after: Sighting) -> Bool {
    let isNear = abs(before.line - after.line) <= Self.reach
    guard before.contradicts(after) else { return isNear || !isReopening }
    if isReopening { return false }
    if before.logical >= 0, before.logical == after.logical { return true }
    return isNear
  }

  /// The pairs, as positions in the two lists, which are sorted by line; nil if there are too many
  /// to compare.
  func pairs(_ before: [Sighting], _ after: [Sighting]) -> [(before: Int, after: Int)]? {
    if before.count == after.count, zip(before, after).allSatisfy(mayJoin) {
      return before.indices.map { ($0, $0) }
    }
    guard before.count <= limit / max(after.count, 1) else { return nil }
    return trace(scores(before, after), before, after)
  }

  /// The best score of the rest of both lists, row by row: a pair counts far more than any distance.
  private func scores(_ before: [Sighting], _ after: [Sighting]) -> [Int] {
    let width = after.count + 1
    var scores = [Int](repeating: 0, count: (before.count + 1) * width)
    for row in before.indices.reversed() {
      for column in after.indices.reversed() {
        let cell = row * width + column
        var best = max(scores[cell + 1], scores[cell + width])
        if let score = score(before[row], after[column]) {
          best = max(best, score + scores[cell + width + 1])
        }
        scores[cell] = best
      }
    }
    return scores
  }

  private func score(_ before: Sighting, _ after: Sighting) -> Int? {
    guard mayJoin(before, after) else { return nil }
    return (1 << 36) - min(abs(before.line - after.line), 1 << 20)
  }

  private func trace(
    _ scores: [Int],
    _ before: [Sighting],
    _ after: [Sighting]
  ) -> [(before: Int, after: Int)] {
    let width = after.count + 1
    var pairs: [(before: Int, after: Int)] = []
    var row = 0
    var column = 0
    while row < before.count, column < after.count {
      let cell = row * width + column
      if let score = score(before[row], after[column]),
        scores[cell] == score + scores[cell + width + 1]
      {
        pairs.append((row, column))
        row += 1
        column += 1
      } else if scores[cell] == scores[cell + width] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }
}
