internal import Findings
internal import Glibc
internal import Pipeline

/// Goes through a folder and all folders in it, and notes each file, or why it was set aside.
///
/// Links are followed while they stay inside the root, but only one on the way to any file, so that
/// a few links cannot make endless or exponentially many paths.
struct FolderWalk {
  /// A folder still to be looked into.
  private struct Folder {
    /// Empty for the root, else the key's beginning, with its slash.
    var key: String
    /// Whether a link was followed on the way.
    var isLinked: Bool
  }

  private let store: FolderStore
  private let resolvedRoot: String
  private var objects: [Artifact] = []
  private var problems: [Problem] = []
  private var pending: [Folder] = []
  private var prefix = ""

  /// A walk through a store's folder, whose path without links is known.
  init(_ store: FolderStore, resolvedRoot: String) {
    self.store = store
    self.resolvedRoot = resolvedRoot
  }

  /// All files whose keys begin with a prefix.
  mutating func run(prefix: String) -> Listing {
    self.prefix = prefix
    let start = prefix.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(prefix[...$0]) } ?? ""
    pending = [Folder(key: start, isLinked: false)]
    while let folder = pending.popLast() { visit(folder) }
    objects.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return Listing(objects: objects, problems: problems.sorted())
  }

  private mutating func visit(_ folder: Folder) {
    let path = store.path(of: folder.key)
    guard let stream = opendir(path) else {
      if errno != ENOENT { note(folder.key, "could not be opened: \(SystemError.last.sentence)") }
      return
    }
    defer { closedir(stream) }
    errno = 0
    while let entry = readdir(stream) {
      let bytes = Self.name(entry)
      if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
      if let name = String(validating: bytes, as: UTF8.self) {
        if !name.hasPrefix(FolderStore.reserved) { visit(name, in: folder) }
      } else {
        let shown = String(decoding: bytes, as: UTF8.self)
        note(folder.key + shown, "the name is not UTF-8", hint: "rename it")
      }
      errno = 0
    }
    if errno != 0 { note(folder.key, "could not be listed whole: \(SystemError.last.sentence)") }
  }

  private mutating func visit(_ name: String, in folder: Folder) {
    let key = folder.key + name
    guard key.utf8.starts(with: prefix.utf8) else { return }
    do throws(SystemError) {
      let path = store.path(of: key)
      let status = try FileStatus.of(path, followingLinks: false)
      guard status.kind == .link else { return add(status, key, isLinked: folder.isLinked) }
      let target = try FileStatus.of(path, followingLinks: true)
      if let objection = objection(to: target, at: path, in: folder) {
        note(key, objection)
      } else {
        add(target, key, isLinked: true)
      }
    } catch {
      switch error.number {
      case ELOOP: note(key, "a link that leads back to itself; it was not followed")
      case ENOENT: note(key, "a link to nothing")
      default: note(key, "could not be looked at: \(error.sentence)")
      }
    }
  }

  /// Why a link is not followed; nil if it is.
  private func objection(to target: FileStatus, at path: String, in folder: Folder) -> String? {
    guard let real = FileStatus.resolve(path), FileStatus.isPath(real, inside: resolvedRoot) else {
      return "a link that leads out of the folder; it was not followed"
    }
    guard target.kind == .folder else { return nil }
    let here = FileStatus.resolve(store.path(of: folder.key)) ?? resolvedRoot
    if FileStatus.isPath(here, inside: real) {
      return "a link to a folder it lies in itself; it was not followed"
    }
    return folder.isLinked ? "a link inside a linked folder; it was not followed" : nil
  }

  private mutating func add(_ status: FileStatus, _ key: String, isLinked: Bool) {
    switch status.kind {
    case .file:
      objects.append(
        Artifact(
          key: key,
          size: status.size,
          version: status.version,
          modified: status.modified
        )
      )
    case .folder: pending.append(Folder(key: key + "/", isLinked: isLinked))
    case .link, .other: note(key, "a pipe, socket or device, not a file; it was not opened")
    }
  }

  private mutating func note(_ key: String, _ problem: String, hint: String? = nil) {
    problems.append(Problem(file: store.place(of: key), problem: problem, hint: hint))
  }

  private static func name(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
  }
}
