internal import Findings
internal import Pipeline
internal import Services

/// A folder or a place in S3, as the configuration or the command line names it.
struct Place {
  /// A path, or `s3://bucket/prefix`.
  var location: String
  /// How to get there, for S3.
  var options = S3Location.Options()

  /// Whether it is in S3.
  var isRemote: Bool { location.utf8.starts(with: "s3://".utf8) }

  /// The store that lies there.
  ///
  /// - Parameters:
  ///   - mustExist: Whether a folder that does not exist is a problem, not an empty store.
  ///   - sizeLimit: The bytes over which an object is not read.
  ///   - environment: The environment's variables, for S3.
  /// - Returns: The store.
  /// - Throws: What of the location or the environment makes no sense.
  func open(
    mustExist: Bool,
    sizeLimit: Int = 2 << 30,
    environment: [String: String]
  ) throws(Problem) -> any ObjectStore {
    guard isRemote else {
      return FolderStore(root: location, mustExist: mustExist, sizeLimit: sizeLimit)
    }
    return try S3Store(
      try S3Location(location, options: options),
      environment: environment,
      sizeLimit: sizeLimit
    )
  }
}
