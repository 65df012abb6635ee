/// A check that a scanner runs, or the advisory that it looks for.
public struct Rule: Sendable, Hashable {
  /// The scanner's own identifier, such as `CKV_AWS_338`, `B602` or `CVE-2021-44228`.
  public var id: String
  /// A short name; the identifier again where the scanner has none.
  public var name: String
  /// What is wrong and why it matters, in Markdown, already cleaned of markup that is not.
  public var description: String?
  /// How to fix it, in Markdown.
  public var remediation: String?
  /// Where to read more: `http` or `https` only.
  public var references: [String]

  /// A rule by what its scanner says of it.
  public init(
    id: String,
    name: String? = nil,
    description: String? = nil,
    remediation: String? = nil,
    references: [String] = []
  ) {
    self.id = id
    self.name = name ?? id
    self.description = description
    self.remediation = remediation
    self.references = references
  }
}
