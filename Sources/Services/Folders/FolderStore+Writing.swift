public import Findings
internal import Glibc
internal import Pipeline

// Writing.
extension FolderStore {
  /// Writes an object that must not exist yet; says false, and changes nothing, if it does.
  public func create(key: String, bytes: [UInt8]) async throws(Problem) -> Bool {
    try check(key)
    if exists(key) { return false }
    try makeFolders(above: key)
    let file = try write(bytes, for: key)
    let result = try attempt(key, "created") { () throws(SystemError) in try file.link() }
    switch result {
    case .linked: return true
    case .exists: return false
    case .unsupported:
      return try whileLocked { () throws(Problem) in
        if exists(key) { return false }
        try attempt(key, "created") { () throws(SystemError) in try file.rename() }
        return true
      }
    }
  }

  /// Replaces an object that must still be in a version (nil: must not exist); says false, and
  /// changes nothing, if it is not.
  public func replace(
    key: String,
    bytes: [UInt8],
    ifVersion version: String?
  ) async throws(Problem) -> Bool {
    try check(key)
    try makeFolders(above: key)
    return try whileLocked { () throws(Problem) in
      guard try stored(key)?.version == version else { return false }
      let file = try write(bytes, for: key)
      try attempt(key, "replaced") { () throws(SystemError) in try file.rename() }
      return true
    }
  }

  private func exists(_ key: String) -> Bool { access(path(of: key), F_OK) == 0 }

  private func write(_ bytes: [UInt8], for key: String) throws(Problem) -> UnnamedFile {
    try attempt(key, "written") { () throws(SystemError) in
      try UnnamedFile(holding: bytes, for: path(of: key))
    }
  }

  /// Does something while no other process or store changes an object of this folder.
  private func whileLocked<Value>(_ body: () throws(Problem) -> Value) throws(Problem) -> Value {
    let path = path(of: "\(Self.reserved)lock")
    return try attempt("", "locked") { () throws(SystemError) in
      let file = try OpenFile(path, O_RDWR | O_CREAT)
      try file.lock()
      return Result { () throws(Problem) in try body() }
    }
    .get()
  }

  /// Makes the folders a key lies in, the root and those above it included.
  private func makeFolders(above key: String) throws(Problem) {
    let path = path(of: key)
    guard let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    try attempt(key, "written") { () throws(SystemError) in
      try Self.makeFolder(String(path[..<end]))
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(SystemError) {
    if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      throw .last
    }
    try makeFolder(String(path[..<end]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
  }
}
