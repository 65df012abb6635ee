internal import Findings
internal import Glibc

/// The streams that nobody expects any more, by patterns as the shell has them.
struct RetiredStreams: Sendable {
  private let patterns: [String]

  init(_ patterns: [String]) {
    self.patterns = patterns
  }

  /// Whether a pattern matches a stream's name.
  func contains(_ stream: Stream) -> Bool {
    patterns.contains { fnmatch($0, stream.name, 0) == 0 }
  }
}

extension Stream {
  /// Project, category, scanner and target, as a person writes them.
  var name: String {
    let name = "\(project)/\(category.rawValue)/\(scanner)"
    return target.isEmpty ? name : "\(name)/\(target)"
  }
}
