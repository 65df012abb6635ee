/// Names to look others up in, where the longer of two may be the other's with more before it.
///
/// `src/app/main.c` is `app/main.c`, `org.slf4j/slf4j-api` and `org.slf4j:slf4j-api` are `slf4j-api`:
/// how much of a path or namespace a name begins with is a habit of whoever writes it down.
struct FactIndex: Sendable {
  private var names: [String: Set<[String]>] = [:]

  /// Adds a name, with something that belongs to it, such as a line or a version.
  mutating func insert(_ name: String, _ detail: String = "") {
    let parts = Self.parts(name)
    if let last = parts.last { names[last + "\u{0}" + detail, default: []].insert(parts) }
  }

  /// Whether there is a name that is the same.
  func contains(_ name: String, _ detail: String = "") -> Bool {
    let parts = Self.parts(name)
    guard let last = parts.last, let known = names[last + "\u{0}" + detail] else { return false }
    return known.contains { other in
      zip(other.reversed(), parts.reversed()).allSatisfy { $0 == $1 }
    }
  }

  private static func parts(_ name: String) -> [String] {
    name.lowercased().split { "/\\:".contains($0) }.map { $0.trimmed }.filter { $0 != "." }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
