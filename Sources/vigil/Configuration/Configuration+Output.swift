internal import Findings
internal import Foundation

extension Configuration {
  /// Refuses to put the dashboards where artifacts or history would be published with them.
  ///
  /// - Parameters:
  ///   - output: The folder the dashboards go to.
  ///   - file: Who names it, for the problem.
  /// - Throws: What would be published.
  func check(output: String, file: String) throws(Problem) {
    let published = Self.components(output)
    for (name, place) in [("artifacts", artifacts), ("history", history)]
    where !place.isRemote && Self.components(place.location).starts(with: published) {
      throw Problem(
        file: file,
        problem: "the \(name) would lie in \(output), which is published",
        hint:
          "keep them apart: reports quote secrets, and the history holds the key to their digests"
      )
    }
  }

  private static func components(_ path: String) -> [String] {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
  }
}
