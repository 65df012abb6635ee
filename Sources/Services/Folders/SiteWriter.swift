internal import Dashboards
internal import Findings
internal import Glibc
internal import Hashing

/// Writes a site's files one after another, each under another name until it is whole.
struct SiteWriter: ~Copyable {
  private let root: String
  private var path = ""
  private var file: OpenFile?
  private var hash = SHA256()
  private var folders: Set<String> = []
  private var sums: [(path: String, sha256: String)] = []

  init(root: String) {
    self.root = root
  }

  /// Adds a file, or the next piece of the last one.
  mutating func add(_ page: Page) throws(Problem) {
    if page.path != path || file == nil {
      try close()
      try open(page.path)
    }
    hash.update(page.bytes)
    do throws(SystemError) {
      try file?.append(page.bytes)
    } catch {
      throw problem(error)
    }
  }

  /// Ends the last file; says what was written since the last time.
  mutating func finish() throws(Problem) -> [(path: String, sha256: String)] {
    try close()
    defer { sums = [] }
    return sums
  }

  private var target: String { root.hasSuffix("/") ? root + path : "\(root)/\(path)" }
  /// The same for all files, so that a run that was killed leaves one at most, and for one run only.
  private var temporary: String {
    let name = FolderStore.reserved + "page.part"
    return root.hasSuffix("/") ? root + name : "\(root)/\(name)"
  }

  private mutating func open(_ path: String) throws(Problem) {
    self.path = path
    do throws(SystemError) {
      try makeFolders()
      file = try OpenFile(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)
    } catch {
      throw problem(error)
    }
  }

  private mutating func close() throws(Problem) {
    guard file != nil else { return }
    file = nil
    guard rename(temporary, target) == 0 else { throw problem(.last) }
    sums.append((path, hash.finalize().hexadecimal))
  }

  /// Makes the folders that the file lies in.
  private mutating func makeFolders() throws(SystemError) {
    guard let end = target.lastIndex(of: "/") else { return }
    let folder = String(target[..<end])
    guard folders.insert(folder).inserted else { return }
    try FolderStore.makeFolder(folder)
  }

  private func problem(_ error: SystemError) -> Problem {
    Problem(file: target, problem: "could not be written: \(error.sentence)")
  }
}
