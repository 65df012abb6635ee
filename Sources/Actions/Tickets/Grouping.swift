internal import Findings
public import Reconciliation

/// What one ticket is about.
public enum Grouping: String, Sendable, Hashable, CaseIterable {
  /// One finding.
  case finding
  /// All findings of one package in one project: one upgrade may fix them all.
  case package
  /// All findings of one rule of one scanner.
  case rule
  /// All findings of one image, whatever its tag.
  case image
  /// All resources that fail one check of an audit.
  case control

  /// The name of what a finding's ticket is about, the same run after run; a finding that lacks
  /// what it is grouped by stands alone.
  public func subject(of entry: Entry) -> String {
    let location = entry.finding.location
    switch self {
    case .finding: break
    case .package:
      guard let package = location.package else { break }
      return "package/\(package.ecosystem)/\(package.name)"
    case .image:
      guard let image = location.image, !image.isEmpty else { break }
      return "image/\(Self.repository(of: image))"
    case .rule: return "rule/\(entry.stream.scanner)/\(entry.finding.rule.id)"
    case .control:
      let place = location.account ?? location.cluster ?? entry.stream.target
      return "control/\(entry.stream.scanner)/\(entry.finding.rule.id)/\(place)"
    }
    return "finding/\(entry.id)"
  }

  /// The grouping that a subject's name was made by.
  public init?(of subject: String) {
    guard let end = subject.firstIndex(of: "/") else { return nil }
    self.init(rawValue: String(subject[..<end]))
  }

  /// An image's name without its digest and tag.
  private static func repository(of image: String) -> Substring {
    let undigested = image.prefix { $0 != "@" }
    let name = undigested.lastIndex(of: "/").map { undigested[$0...] } ?? undigested
    guard let colon = name.firstIndex(of: ":") else { return undigested }
    return undigested[..<colon]
  }
}
