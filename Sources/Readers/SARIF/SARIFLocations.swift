internal import Findings
internal import Syntax

/// Where results are, once addresses and indices are resolved (SARIF §3.4, §3.28, §3.33).
struct SARIFLocations {
  private let artifacts: [JSON]
  private let logicalLocations: [JSON]
  /// For each base its relative part, such as `src/`, to put before a path.
  private var prefixes: [String: String] = [:]
  /// Absolute bases and working folders, the longest first, to take off a path.
  private var roots: [String] = []

  /// The locations that a run's results refer to.
  init(_ run: JSON) {
    artifacts = Array(run["artifacts"].elements)
    logicalLocations = Array(run["logicalLocations"].elements)
    let bases = run["originalUriBaseIds"]
    for (name, base) in bases.members {
      prefixes[name] = Self.prefix(of: base, bases)
      if let root = Self.root(base["uri"]) { roots.append(root) }
    }
    for invocation in run["invocations"].elements {
      if let root = Self.root(invocation["workingDirectory"]["uri"]) { roots.append(root) }
    }
    roots.sort { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
  }

  /// The first location of a result, with what its code is recognised by.
  func first(of result: JSON) throws(SyntaxError) -> (location: Location, snippet: JSON)? {
    let locations = try result.optionalArray("locations").elements
    guard let first = locations.first(where: { _ in true }) else { return nil }
    let physical = first["physicalLocation"]
    let region = physical["region"]
    var location = Location(
      path: path(physical["artifactLocation"]),
      line: region["startLine"].int,
      endLine: region["endLine"].int,
      column: region["startColumn"].int
    )
    if let path = location.path, Links.isWeb(path) {
      location.url = Links.link(path)
      location.path = nil
    }
    location.logical = logical(first["logicalLocations"])
    return (location, region["snippet"]["text"])
  }

  private func path(_ artifact: JSON) -> String? {
    var artifact = artifact
    if !artifact["uri"].exists, let index = artifact["index"].int, artifacts.indices.contains(index)
    {
      artifact = artifacts[index]["location"]
    }
    guard var uri = artifact["uri"].nonEmpty else { return nil }
    if let base = artifact["uriBaseId"].string, let prefix = prefixes[base], !prefix.isEmpty,
      uri.utf8.first != UInt8(ascii: "/"), !uri.holds(":")
    {
      uri = prefix + uri
    }
    if Links.isWeb(uri) { return uri }
    let path = withoutRoot(uri)
    let normal = PathNormalisation.normalised(path, isURI: true)
    return normal.isEmpty ? nil : MarkdownText.path(normal)
  }

  private func withoutRoot(_ uri: String) -> String {
    guard uri.hasPrefix("/") || uri.hasPrefix("file:") else { return uri }
    let path = Self.absolute(uri)
    for root in roots where path.hasPrefix(root) && path.utf8.count > root.utf8.count {
      return String(path.dropFirst(root.count))
    }
    return uri
  }

  private func logical(_ locations: JSON) -> String? {
    guard let first = locations.elements.first(where: { _ in true }) else { return nil }
    var named = first
    if !first["fullyQualifiedName"].exists, let index = first["index"].int,
      logicalLocations.indices.contains(index)
    {
      named = logicalLocations[index]
    }
    let name = named["fullyQualifiedName"].nonEmpty ?? named["name"].nonEmpty
    return name.map { MarkdownText.line($0) }
  }

  /// The relative part that a base and the bases under it stand for; empty for an absolute one.
  private static func prefix(of base: JSON, _ bases: JSON) -> String {
    var prefix = ""
    var base = base
    for _ in 0..<8 {
      guard let uri = base["uri"].string, !uri.hasPrefix("/"), !uri.contains(":") else { break }
      prefix = uri + (uri.hasSuffix("/") || uri.isEmpty ? "" : "/") + prefix
      guard let next = base["uriBaseId"].string else { break }
      base = bases[member: next]
    }
    return prefix
  }

  /// An absolute folder with a slash at its end; nil for the root itself.
  private static func root(_ uri: JSON) -> String? {
    guard let uri = uri.nonEmpty, uri.hasPrefix("/") || uri.hasPrefix("file:") else { return nil }
    let path = absolute(uri)
    guard path.utf8.count > 1 else { return nil }
    return path.hasSuffix("/") ? path : path + "/"
  }

  private static func absolute(_ uri: String) -> String {
    guard uri.hasPrefix("file:") else { return uri }
    return "/" + uri.dropFirst(5).drop { $0 == "/" }
  }
}
