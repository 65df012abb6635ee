/// Finds links of a site that lead nowhere.
struct SiteLinks {
  private let files: Set<String>
  private let anchors: [String: Set<String>]

  init(_ site: ParsedSite) {
    files = site.paths
    anchors = site.pages.mapValues { Set($0.ids) }
  }

  /// What is wrong with a link on a page; nil if it leads to a file and an anchor that exist, or
  /// outside.
  func problem(with link: String, on page: String) -> String? {
    if link.hasPrefix("https://") || link.hasPrefix("http://") || link.hasPrefix("mailto:") {
      return nil
    }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let target = parts[0].isEmpty ? page : resolved(String(parts[0]), from: page)
    guard let target, files.contains(target) else { return "\(page): \(link) leads to no file" }
    guard parts.count == 2 else { return nil }
    let hasAnchor = anchors[target]?.contains(String(parts[1])) ?? false
    return hasAnchor ? nil : "\(page): \(link) leads to no anchor"
  }

  private func resolved(_ path: String, from page: String) -> String? {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
