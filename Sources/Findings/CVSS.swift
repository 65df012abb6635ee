/// A CVSS rating as a scanner passes it on.
public struct CVSS: Sendable, Hashable {
  /// The base score, 0 to 10.
  public var score: Double
  /// The vector string, such as `CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H`.
  public var vector: String?

  /// A score and, where it is known, how it came about.
  public init(score: Double, vector: String? = nil) {
    self.score = score
    self.vector = vector
  }
}
