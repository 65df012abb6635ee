internal import Glibc

/// A file that is whole and on the disk, and waits for its name; it is removed if it gets none.
struct UnnamedFile: ~Copyable {
  /// What came of giving the name.
  enum Linking {
    /// The file has its name.
    case linked
    /// Something has the name already.
    case exists
    /// The file system knows no hard links.
    case unsupported
  }

  private let target: String
  private let folder: String
  private let temporary: String

  /// Writes bytes to a file in the folder of a path.
  init(holding bytes: [UInt8], for path: String) throws(SystemError) {
    target = path
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    temporary = "\(folder)/\(FolderStore.reserved)\(mark).part"
    // A key is nobody's but its owner's to read.
    let mode: mode_t = path.hasSuffix(".key") ? 0o600 : 0o666
    let file = try OpenFile(temporary, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    do throws(SystemError) {
      try file.store(bytes)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  deinit { unlink(temporary) }

  /// Gives the file its name unless something has it.
  func link() throws(SystemError) -> Linking {
    if Glibc.link(temporary, target) == 0 {
      try synchronizeFolder()
      return .linked
    }
    switch errno {
    case EEXIST: return .exists
    case EPERM, EOPNOTSUPP, ENOSYS, EMLINK: return .unsupported
    default: throw .last
    }
  }

  /// Gives the file its name; what had it is gone.
  func rename() throws(SystemError) {
    guard Glibc.rename(temporary, target) == 0 else { throw .last }
    try synchronizeFolder()
  }

  /// Waits until the disk has the name too.
  private func synchronizeFolder() throws(SystemError) {
    try OpenFile(folder, O_RDONLY | O_DIRECTORY).synchronize()
  }
}
