internal import Findings
internal import Pipeline
internal import Synchronization

/// A store of which some objects were fetched before: each of them is handed over once.
final class FetchedStore: ObjectStore {
  private let store: any ObjectStore
  private let fetched: Mutex<[Artifact: [UInt8]]>

  /// A store, and what was fetched from it.
  init(_ store: any ObjectStore, _ fetched: [Artifact: [UInt8]]) {
    self.store = store
    self.fetched = Mutex(fetched)
  }

  var name: String { store.name }

  func list(prefix: String) async throws(Problem) -> Listing {
    try await store.list(prefix: prefix)
  }

  func read(_ object: Artifact) async throws(Problem) -> [UInt8] {
    if let bytes = fetched.withLock({ $0.removeValue(forKey: object) }) { return bytes }
    return try await store.read(object)
  }

  func read(key: String) async throws(Problem) -> StoredObject? { try await store.read(key: key) }

  func create(key: String, bytes: [UInt8]) async throws(Problem) -> Bool {
    try await store.create(key: key, bytes: bytes)
  }

  func replace(
    key: String,
    bytes: [UInt8],
    ifVersion version: String?
  ) async throws(Problem) -> Bool {
    try await store.replace(key: key, bytes: bytes, ifVersion: version)
  }
}
