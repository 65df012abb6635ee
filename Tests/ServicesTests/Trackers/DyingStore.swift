import Findings
import Pipeline
import Services
import Synchronization

/// A folder that takes only so many more writes, as of a process that is gone then.
final class DyingStore: ObjectStore {
  static let sentence = "the process is gone"

  private let folder: FolderStore
  private let left = Mutex<Int?>(nil)

  init(folder: String) {
    self.folder = FolderStore(root: folder, mustExist: true)
  }

  var name: String { folder.name }

  func dies(afterWrites count: Int?) { left.withLock { $0 = count } }

  func list(prefix: String) async throws(Problem) -> Listing {
    try await folder.list(prefix: prefix)
  }

  func read(_ object: Artifact) async throws(Problem) -> [UInt8] { try await folder.read(object) }

  func read(key: String) async throws(Problem) -> StoredObject? {
    try await folder.read(key: key)
  }

  func create(key: String, bytes: [UInt8]) async throws(Problem) -> Bool {
    try countWrite()
    return try await folder.create(key: key, bytes: bytes)
  }

  func replace(
    key: String,
    bytes: [UInt8],
    ifVersion version: String?
  ) async throws(Problem) -> Bool {
    try countWrite()
    return try await folder.replace(key: key, bytes: bytes, ifVersion: version)
  }

  private func countWrite() throws(Problem) {
    let isGone = left.withLock { left in
      if left == 0 { return true }
      left = left.map { $0 - 1 }
      return false
    }
    if isGone { throw Problem(file: folder.name, problem: Self.sentence) }
  }
}
