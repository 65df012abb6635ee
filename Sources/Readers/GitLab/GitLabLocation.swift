internal import Findings
internal import Syntax

/// A vulnerability's location, whose members depend on the kind of report.
enum GitLabLocation {
  /// The location, as far as it is known.
  static func location(_ place: JSON, _ scan: GitLabScan) throws(SyntaxError) -> Location {
    var location = Location(
      path: try place.optionalString("file").flatMap(path),
      line: try place.optionalInt("start_line"),
      endLine: try place.optionalInt("end_line")
    )
    location.logical = logical(place)
    location.commit = commit(place["commit"]["sha"])
    location.image = try place.optionalString("image").map { MarkdownText.line($0) }
    location.resource = workload(place["kubernetes_resource"])
    location.package = try package(place, scan)
    if let host = try place.optionalString("hostname") {
      location.url = EndpointURL(host + (try place.optionalString("path") ?? "")).display
      location.method = place["method"].nonEmpty.map { MarkdownText.line($0, limit: 20) }
      location.parameter = place["param"].nonEmpty.map { MarkdownText.line($0, limit: 200) }
    }
    return location
  }

  private static func path(_ raw: String) -> String? {
    let path = MarkdownText.path(PathNormalisation.normalised(raw))
    return path.isEmpty ? nil : path
  }

  /// Class and method, or the first frame of a crash.
  private static func logical(_ place: JSON) -> String? {
    if let frame = place["crash_state"].string?.split(separator: "\n").first {
      return MarkdownText.line(String(frame))
    }
    let names = [place["class"].nonEmpty, place["method"].nonEmpty].compactMap { $0 }
    guard !names.isEmpty, !place["hostname"].exists else { return nil }
    return MarkdownText.line(names.joined(separator: "."))
  }

  /// A commit, unless it is only zeros: the secret is in no commit yet.
  private static func commit(_ sha: JSON) -> String? {
    guard let sha = sha.nonEmpty, sha.utf8.contains(where: { $0 != UInt8(ascii: "0") }) else {
      return nil
    }
    return MarkdownText.line(sha, limit: 64)
  }

  private static func workload(_ resource: JSON) -> String? {
    guard let name = resource["name"].nonEmpty else { return nil }
    let address = WorkloadName.address(
      namespace: resource["namespace"].string,
      kind: resource["kind"].string,
      name: name
    )
    return MarkdownText.line(address)
  }

  private static func package(_ place: JSON, _ scan: GitLabScan) throws(SyntaxError) -> Package? {
    let dependency = try place.optionalObject("dependency")
    guard let name = dependency["package"]["name"].nonEmpty else { return nil }
    let file = place["file"].string.flatMap { scan.ecosystems[$0] }
    return Package(
      ecosystem: file ?? place["operating_system"].string.map(ecosystem) ?? "",
      name: MarkdownText.line(name),
      version: dependency["version"].nonEmpty.map { MarkdownText.line($0, limit: 100) }
    )
  }

  /// The package URL's type for `debian:9.4`, `alpine 3.15.4` and the like.
  private static func ecosystem(_ system: String) -> String {
    let name = system.lowercased()
    if name.hasPrefix("debian") || name.hasPrefix("ubuntu") { return "deb" }
    if name.hasPrefix("alpine") || name.hasPrefix("wolfi") { return "apk" }
    let rpm = [
      "centos", "rhel", "redhat", "red hat", "rocky", "alma", "amazon", "oracle", "fedora",
    ]
    return rpm.contains(where: name.hasPrefix) || name.contains("suse") ? "rpm" : ""
  }
}
