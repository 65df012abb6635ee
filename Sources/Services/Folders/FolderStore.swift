public import Findings
internal import Glibc
internal import Hashing
public import Pipeline

/// Objects as files in a folder, their keys being paths below it.
///
/// A listed file's version is its size and time; a stored object's is the SHA-256 of its bytes. A
/// write is whole or not at all, whenever the process is killed: the bytes go to a file beside,
/// reach the disk, and only then take the name.
public struct FolderStore: ObjectStore {
  /// How names begin that are the store's own: its lock, and files not yet whole.
  static let reserved = ".vigil-"

  /// The folder as the configuration names it.
  public let name: String
  /// The folder, without a slash at its end.
  private let root: String
  /// Whether listing a folder that does not exist is a problem.
  private let mustExist: Bool
  /// Bytes over which a file is refused.
  private let sizeLimit: Int

  /// A store in a folder.
  ///
  /// - Parameters:
  ///   - root: The folder's path; it is created with the first write.
  ///   - mustExist: Whether a folder that does not exist is a problem, not an empty store.
  ///   - sizeLimit: The bytes over which a file is not read, 2 GiB unless given.
  public init(root: String, mustExist: Bool, sizeLimit: Int = 2 << 30) {
    name = root.isEmpty ? "." : root
    var path = name
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.root = path
    self.mustExist = mustExist
    self.sizeLimit = sizeLimit
  }

  /// The path of a key.
  func path(of key: String) -> String { root == "/" ? "/\(key)" : "\(root)/\(key)" }
}

// Reading.
extension FolderStore {
  /// Every file under a prefix, and what had to be set aside.
  public func list(prefix: String) async throws(Problem) -> Listing {
    guard let resolvedRoot = FileStatus.resolve(root) else {
      let error = SystemError.last
      if error.number == ENOENT, !mustExist { return Listing(objects: []) }
      throw Problem(
        file: name,
        problem: error.number == ENOENT ? "the folder does not exist" : error.sentence,
        hint: "check the path, and that you may read it"
      )
    }
    let isFolder = try attempt("", "looked at") { () throws(SystemError) in
      try FileStatus.of(root, followingLinks: true).kind == .folder
    }
    guard isFolder else { throw problem("", "not a folder") }
    guard access(root, R_OK | X_OK) == 0 else {
      throw problem("", "could not be opened: \(SystemError.last.sentence)")
    }
    if prefix.split(separator: "/").contains("..") { return Listing(objects: []) }
    var walk = FolderWalk(self, resolvedRoot: resolvedRoot)
    return walk.run(prefix: prefix)
  }

  /// The bytes of a file, which must still be as it was listed.
  public func read(_ object: Artifact) async throws(Problem) -> [UInt8] {
    try check(object.key)
    guard let file = try open(object.key) else {
      throw problem(object.key, "gone since it was listed", hint: Self.again)
    }
    let status = try status(of: file, object.key)
    guard status.kind == .file, status.version == object.version else {
      throw problem(object.key, "changed since it was listed", hint: Self.again)
    }
    let bytes = try bytes(of: file, status, object.key)
    let after = try self.status(of: file, object.key)
    guard after.version == object.version, bytes.count == object.size else {
      throw problem(object.key, "changed while it was read", hint: Self.again)
    }
    return bytes
  }

  /// The bytes of a file and their SHA-256; nil if there is none.
  public func read(key: String) async throws(Problem) -> StoredObject? { try stored(key) }

  /// An object's bytes and their SHA-256; nil if there is none.
  func stored(_ key: String) throws(Problem) -> StoredObject? {
    try check(key)
    guard let file = try open(key) else { return nil }
    let bytes = try bytes(of: file, status(of: file, key), key)
    return StoredObject(bytes: bytes, version: SHA256.hash(bytes).hexadecimal)
  }

  private func open(_ key: String) throws(Problem) -> OpenFile? {
    do throws(SystemError) {
      return try OpenFile(path(of: key), O_RDONLY)
    } catch {
      if error.number == ENOENT { return nil }
      throw problem(key, "could not be opened: \(error.sentence)")
    }
  }

  private func status(of file: borrowing OpenFile, _ key: String) throws(Problem) -> FileStatus {
    do throws(SystemError) {
      return try file.status()
    } catch {
      throw problem(key, "could not be looked at: \(error.sentence)")
    }
  }

  /// The bytes of a regular file that is not too large and lies inside the root.
  private func bytes(
    of file: borrowing OpenFile,
    _ status: FileStatus,
    _ key: String
  ) throws(Problem) -> [UInt8] {
    guard status.kind == .file else { throw problem(key, "not a file; it was not read") }
    guard status.size <= sizeLimit else {
      throw problem(
        key,
        "\(status.size) bytes are over the limit of \(sizeLimit); it was not read",
        hint: "raise the size limit, or split the report"
      )
    }
    if let real = file.resolvedPath, let root = FileStatus.resolve(root),
      !FileStatus.isPath(real, inside: root)
    {
      throw problem(key, "a link that leads out of the folder; it was not read")
    }
    return try attempt(key, "read") { () throws(SystemError) in
      try file.bytes(upTo: status.size)
    }
  }
}

// Problems.
extension FolderStore {
  private static let again = "run again once nobody writes there"

  /// Does what the system may refuse, and says of which object it was refused.
  func attempt<Value: ~Copyable>(
    _ key: String,
    _ verb: String,
    _ body: () throws(SystemError) -> Value
  ) throws(Problem) -> Value {
    do throws(SystemError) {
      return try body()
    } catch {
      throw problem(key, "could not be \(verb): \(error.sentence)")
    }
  }

  /// A problem with an object, or with the whole store if there is no key.
  func problem(_ key: String, _ sentence: String, hint: String? = nil) -> Problem {
    Problem(file: key.isEmpty ? name : place(of: key), problem: sentence, hint: hint)
  }

  /// Refuses keys that would name something outside the root or of the store's own.
  func check(_ key: String) throws(Problem) {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false)
    let isSound = parts.allSatisfy { part in
      !part.isEmpty && part != "." && part != ".." && !part.utf8.contains(0)
        && !part.hasPrefix(Self.reserved)
    }
    guard isSound else { throw problem(key, "not a key that a folder can hold") }
  }
}

extension FolderStore {
  /// Whether a path is a folder, or a link to one.
  public static func isFolder(_ path: String) -> Bool {
    (try? FileStatus.of(path, followingLinks: true).kind) == .folder
  }
}
