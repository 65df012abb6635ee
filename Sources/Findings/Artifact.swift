/// One report file, as evidence: where it lay and what exactly it was.
public struct Artifact: Sendable, Hashable {
  /// The key in the bucket or the path in the folder, relative to the configured root.
  public var key: String
  /// Its size in bytes, as stored.
  public var size: Int
  /// What changes when the object does: an ETag or a version; a folder's size and time.
  public var version: String
  /// When it was written.
  public var modified: Instant
  /// The SHA-256 of its bytes as stored, in lower-case hex; empty until it was fetched.
  public var sha256: String

  /// An artifact by what a listing says of it.
  public init(key: String, size: Int, version: String, modified: Instant, sha256: String = "") {
    self.key = key
    self.size = size
    self.version = version
    self.modified = modified
    self.sha256 = sha256
  }
}
