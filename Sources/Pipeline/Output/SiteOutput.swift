public import Dashboards
public import Findings

/// Where the dashboards go.
public protocol SiteOutput: Sendable {
  /// The place as the configuration names it.
  var name: String { get }

  /// Writes all files, handed on one after another by the body, and then removes those that an
  /// earlier run wrote here and this one did not.
  func write(
    _ body: ((Page) throws(Problem) -> Void) throws(Problem) -> Void
  ) throws(Problem)
}
