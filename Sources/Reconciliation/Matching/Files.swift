/// What two scans tell about the files that their findings are in.
struct Files {
  private let names: Names
  private let before: Set<Int>
  private let after: Set<Int>
  private let covered: Set<String>?

  init(_ matching: Matching, names: Names, covered: Set<String>?) {
    self.names = names
    self.covered = covered
    before = Set(matching.before.lazy.map(\.path))
    after = Set(matching.after.lazy.map(\.path))
  }

  /// Whether no finding is in the file any more.
  func isGone(_ path: Int) -> Bool { !after.contains(path) }

  /// Whether no finding was in the file before.
  func isNew(_ path: Int) -> Bool { !before.contains(path) }

  /// Whether a lone finding may have gone from one file to another.
  ///
  /// A key that names a package, a resource or a secret may always. One that names no more than a
  /// rule may only if the old file is not there any more, as far as that can be seen.
  func couldMove(key: Int, from: Int, to: Int) -> Bool {
    if !names.isRuleOnly(key: key) { return true }
    if let covered, covered.contains(names.texts[from]) { return false }
    return isGone(from) || isNew(to)
  }

  /// The last parts of a path; nil if it has fewer.
  func ending(of path: Int, depth: Int) -> String? {
    let parts = names.texts[path].split(separator: "/")
    guard parts.count >= depth else { return nil }
    return parts.suffix(depth).joined(separator: "/")
  }
}
