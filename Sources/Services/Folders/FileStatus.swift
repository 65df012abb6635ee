internal import Findings
internal import Glibc

/// What a file is, how large, and when it was written.
struct FileStatus {
  /// The kinds of files that are told apart.
  enum Kind {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A pipe, a socket or a device.
    case other
  }

  /// What kind of file it is.
  let kind: Kind
  /// Bytes.
  let size: Int
  /// When it was last written.
  let modified: Instant
  /// What changes when the file is written: its size and its time to the nanosecond.
  ///
  /// The inode is left out, so that a copy that keeps its times counts as the same.
  let version: String

  /// What the system says of a file.
  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    modified = Instant(seconds: Int64(status.st_mtim.tv_sec))
    let fraction = String(status.st_mtim.tv_nsec)
    let zeros = String(repeating: "0", count: max(0, 9 - fraction.count))
    version = "\(status.st_size)-\(status.st_mtim.tv_sec).\(zeros)\(fraction)"
  }

  /// What lies at a path; a link is looked at itself unless it is to be followed.
  static func of(_ path: String, followingLinks: Bool) throws(SystemError) -> FileStatus {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { throw .last }
    return FileStatus(status)
  }

  /// A path without links in it; nil if there is nothing there.
  static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a path without links is a folder or lies in it.
  static func isPath(_ path: String, inside folder: String) -> Bool {
    path == folder || folder == "/" || path.utf8.starts(with: "\(folder)/".utf8)
  }
}
