extension ReportMapping {
  /// What of a finding a mapping can name a place in the report for.
  public enum Field: String, Sendable, CaseIterable {
    case rule
    case name
    case title
    case severity
    case message
    case description
    case remediation
    case path
    case line
    case endLine = "end_line"
    case package
    case version
    case fixedIn = "fixed_in"
    case ecosystem
    case resource
    case url
    case method
    case parameter
    case image
    case account
    case region
    case cluster
    case identifiers
    case references
    case score
    case vector
    /// A secret that leaked; only its keyed digest leaves the reader.
    case secret

    /// Whether it says what the finding is, run after run, and so may be part of its identity.
    public var isStable: Bool {
      switch self {
      case .rule, .name, .title, .path, .package, .ecosystem, .resource, .url, .method, .parameter,
        .image, .account, .region, .cluster, .secret:
        true
      default: false
      }
    }

    /// Whether a digest can stand in its place.
    public var canBeSecret: Bool {
      switch self {
      case .severity, .line, .endLine, .url, .identifiers, .references, .score, .vector: false
      default: true
      }
    }
  }
}
