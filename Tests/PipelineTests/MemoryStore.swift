import Findings
import Hashing
import Pipeline
import Synchronization

/// A store in memory, which counts what is asked of it and fails when it is told to.
final class MemoryStore: ObjectStore {
  private struct Object {
    var bytes: [UInt8]
    var modified: Instant
  }

  private struct State {
    var objects: [String: Object] = [:]
    var reads: [String] = []
    var writes = 0
    /// After how many more writes the process is gone.
    var writesLeft: Int?
    /// What happens, once, before an object is replaced.
    var beforeReplacing: (@Sendable () async -> Void)?
  }

  let name: String
  private let state = Mutex(State())

  init(_ name: String = "memory") { self.name = name }

  /// What was read since the last time somebody asked, sorted.
  func takeReads() -> [String] {
    state.withLock { state in
      defer { state.reads = [] }
      return state.reads.sorted()
    }
  }

  /// How many writes were carried out.
  var writes: Int { state.withLock { $0.writes } }

  /// All keys, sorted.
  var keys: [String] { state.withLock { $0.objects.keys.sorted() } }

  /// All objects' bytes by key.
  var contents: [String: [UInt8]] { state.withLock { $0.objects.mapValues(\.bytes) } }

  /// Puts an object there, as a pipeline does.
  func upload(_ key: String, _ bytes: [UInt8], at moment: Int64 = 1_790_000_000) {
    state.withLock {
      $0.objects[key] = Object(bytes: bytes, modified: Instant(seconds: moment))
    }
  }

  func upload(_ key: String, _ text: String, at moment: Int64 = 1_790_000_000) {
    upload(key, Array(text.utf8), at: moment)
  }

  func remove(_ key: String) { state.withLock { $0.objects[key] = nil } }

  /// Lets the process end before the write after these many.
  func dies(afterWrites count: Int?) { state.withLock { $0.writesLeft = count } }

  func beforeReplacing(_ body: @escaping @Sendable () async -> Void) {
    state.withLock { $0.beforeReplacing = body }
  }

  func list(prefix: String) async throws(Problem) -> Listing {
    let objects = state.withLock { state in
      state.objects.filter { $0.key.hasPrefix(prefix) }
        .map { key, object in
          Artifact(
            key: key,
            size: object.bytes.count,
            version: Self.version(object.bytes),
            modified: object.modified
          )
        }
    }
    return Listing(
      objects: objects.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    )
  }

  func read(_ object: Artifact) async throws(Problem) -> [UInt8] {
    let bytes = state.withLock { state in
      state.reads.append(object.key)
      return state.objects[object.key]?.bytes
    }
    guard let bytes, Self.version(bytes) == object.version else {
      throw Problem(file: place(of: object.key), problem: "changed since it was listed")
    }
    return bytes
  }

  func read(key: String) async throws(Problem) -> StoredObject? {
    let bytes = state.withLock { $0.objects[key]?.bytes }
    return bytes.map { StoredObject(bytes: $0, version: Self.version($0)) }
  }

  func create(key: String, bytes: [UInt8]) async throws(Problem) -> Bool {
    try countWrite()
    return state.withLock { state in
      guard state.objects[key] == nil else { return false }
      state.objects[key] = Object(bytes: bytes, modified: Instant(seconds: 0))
      return true
    }
  }

  func replace(
    key: String,
    bytes: [UInt8],
    ifVersion version: String?
  ) async throws(Problem) -> Bool {
    let hook = state.withLock { state in
      defer { state.beforeReplacing = nil }
      return state.beforeReplacing
    }
    await hook?()
    try countWrite()
    return state.withLock { state in
      guard state.objects[key].map({ Self.version($0.bytes) }) == version else { return false }
      state.objects[key] = Object(bytes: bytes, modified: Instant(seconds: 0))
      return true
    }
  }

  private func countWrite() throws(Problem) {
    let isDead = state.withLock { state in
      if state.writesLeft == 0 { return true }
      state.writesLeft = state.writesLeft.map { $0 - 1 }
      state.writes += 1
      return false
    }
    if isDead { throw Problem(file: name, problem: "the process is gone") }
  }

  private static func version(_ bytes: [UInt8]) -> String { SHA256.hash(bytes).hexadecimal }
}
