public import Findings

/// What an artifact's key says of it, as a layout reads it.
public struct Placement: Sendable, Hashable {
  /// The project.
  public var project: String
  /// The kind of scanning, if the layout names it.
  public var category: Category?
  /// The scanner, if the layout names it.
  public var scanner: String?
  /// What was scanned, if the layout names it.
  public var target: String?
  /// The branch that was scanned, if the layout names it.
  public var branch: String?
  /// The run of the pipeline, if the layout names it.
  public var run: String?
  /// The date of the run, if the layout names it.
  public var date: String?
  /// The key without run and date: the same for the artifact of every night.
  public var slot: String

  /// A placement in a project, with nothing else known.
  public init(project: String, slot: String) {
    self.project = project
    self.slot = slot
  }
}

extension Placement {
  /// The streams that a layout can tell apart: those whose newest run counts together.
  struct Group: Hashable {
    let project: String
    let category: Category?
    let scanner: String?
    let target: String?
    let branch: String?
  }

  /// Where its newest run is looked for.
  var group: Group {
    Group(project: project, category: category, scanner: scanner, target: target, branch: branch)
  }

  /// The stream, as far as the layout names it; what a report says fills the rest.
  ///
  /// What the layout names wins, so that a report that cannot be read belongs to the same stream as
  /// one that can.
  func stream(category fallback: Category?, scanner named: String?, target said: String?) -> Stream
  {
    var target = target ?? said ?? ""
    if let branch { target = target.isEmpty ? branch : "\(target)@\(branch)" }
    return Stream(
      project: project,
      category: category ?? fallback ?? Category(rawValue: "unknown"),
      scanner: scanner ?? named ?? "unknown",
      target: target
    )
  }
}
