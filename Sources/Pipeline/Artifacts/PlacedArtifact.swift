public import Findings

/// An artifact, and what its key says of it.
public struct PlacedArtifact: Sendable, Hashable {
  /// The artifact as it was listed.
  public var artifact: Artifact
  /// What its key says.
  public var placement: Placement

  /// An artifact at its place.
  public init(artifact: Artifact, placement: Placement) {
    self.artifact = artifact
    self.placement = placement
  }

  /// The file's name, without its folders.
  var fileName: String {
    artifact.key.split(separator: "/").last.map(String.init) ?? artifact.key
  }

  /// The slot without the extensions that name a format: what a scan's files in several formats
  /// have in common.
  var stem: String {
    var stem = placement.slot[...]
    while let dot = stem.lastIndex(of: "."),
      Self.formats.contains(stem[stem.index(after: dot)...].lowercased())
    {
      stem = stem[..<dot]
    }
    return String(stem)
  }

  /// Whether it is written for people to read: such a file beside a report is not looked at.
  var isForPeople: Bool {
    guard let dot = fileName.lastIndex(of: ".") else { return false }
    return Self.documents.contains(fileName[fileName.index(after: dot)...].lowercased())
  }

  private static let formats: Set<String> = [
    "json", "jsonl", "ndjson", "sarif", "xml", "csv", "gz", "ocsf", "asff", "cdx", "txt", "html",
    "htm", "md", "pdf",
  ]
  private static let documents: Set<String> = [
    "html", "htm", "md", "pdf", "log", "png", "svg", "sha256", "asc", "sig",
  ]
}
