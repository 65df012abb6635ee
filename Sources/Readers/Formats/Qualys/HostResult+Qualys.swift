internal import Findings

extension HostResult {
  /// Adds a score that its vector may follow: `8.1 (AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H)`.
  mutating func rate(_ text: String?, version: Double) {
    guard let text else { return }
    let parts = text.split(separator: " ", maxSplits: 1)
    let vector = parts.dropFirst().first.map { $0.filter { !"()".contains($0) } }
    ratings.add(score: parts.first.flatMap { Double($0) }, vector: vector, version: version)
  }
}
