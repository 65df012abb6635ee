import Findings

@testable import Readers

extension Transformation {
  /// Other hashes with which controllers name replica sets and pods, and such hashes for pods that
  /// had none.
  static let replicas = Transformation(name: "replicas") { context in
    let names = context.reading.findings.compactMap { name(in: $0.location.resource) }
    let others = Set(names.filter { $0.kind != "pod" }.map(\.name))
    let pods = Set(names.filter { $0.kind == "pod" }.map(\.name)).subtracting(others)
    return ReportTree.Rewriting(
      leaf: { _, text, _ in renamed(text, pods) },
      name: { _, name in renamed(name, pods) }
    )
  } trace: { _ in
    nil
  }

  /// Kind and name in the address of an object, such as `shop/Pod/web`.
  private static func name(in address: String?) -> (kind: String, name: Substring)? {
    let parts = address?.split(separator: "/") ?? []
    guard parts.count > 1, let name = parts.last else { return nil }
    return (parts[parts.count - 2].lowercased(), name)
  }

  private static func renamed(_ text: String, _ pods: Set<Substring>) -> String {
    if let last = text.split(separator: "/").last, pods.contains(last), text.hasSuffix(last) {
      return text + "-5d4f8c7b9d-x2x9z"
    }
    return text.replacing(/-[b-df-hj-np-tv-z24-9]{8,10}(-[b-df-hj-np-tv-z24-9]{5})?\b/) { match in
      let hash = match.output.0
      if hash.allSatisfy({ !$0.isLetter }) { return String(hash) }
      return String(hash.map { $0 == "-" ? "-" : nextGenerated($0) })
    }
  }

  private static func nextGenerated(_ character: Character) -> Character {
    let alphabet = Array("bcdfghjklmnpqrstvwxz2456789")
    let index = alphabet.firstIndex(of: character) ?? 0
    return alphabet[(index + 1) % alphabet.count]
  }
}
