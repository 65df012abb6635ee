internal import Findings
public import Readers

/// Fetches artifacts and reads them, several at a time.
public struct ArtifactSource: Sendable {
  /// Where they lie.
  public var store: any ObjectStore
  /// Makes keyed digests of secrets.
  public var digests: SecretDigest
  /// How to read what no reader knows.
  public var mappings: [ReportMapping]
  /// The largest size in bytes to unpack.
  public var unpackedLimit: Int

  /// How many artifacts are fetched at a time, and how many bytes of them: parsing takes several
  /// times an artifact's size.
  private static let breadth = 16
  private static let weight = 256 << 20

  /// A source of artifacts.
  public init(
    store: any ObjectStore,
    digests: SecretDigest,
    mappings: [ReportMapping] = [],
    unpackedLimit: Int = 1 << 30
  ) {
    self.store = store
    self.digests = digests
    self.mappings = mappings
    self.unpackedLimit = unpackedLimit
  }

  /// Fetches and reads artifacts, the results in their order.
  ///
  /// After each, `progress` hears how many are done.
  public func read(
    _ placed: [PlacedArtifact],
    progress: @Sendable (Int) -> Void = { _ in }
  ) async -> [ReadArtifact] {
    var results = [ReadArtifact?](repeating: nil, count: placed.count)
    await withTaskGroup(of: (Int, ReadArtifact).self) { group in
      var running: [Int: Int] = [:]
      var done = 0
      func collect() async {
        guard let (index, result) = await group.next() else { return }
        results[index] = result
        running[index] = nil
        done += 1
        progress(done)
      }
      for (index, artifact) in placed.enumerated() {
        while !running.isEmpty,
          running.count >= Self.breadth
            || running.values.reduce(artifact.artifact.size, +) > Self.weight
        {
          await collect()
        }
        running[index] = artifact.artifact.size
        group.addTask { (index, await read(artifact)) }
      }
      while !running.isEmpty { await collect() }
    }
    return results.compactMap(\.self)
  }

  /// Fetches and reads one artifact.
  func read(_ placed: PlacedArtifact) async -> ReadArtifact {
    do throws(Problem) {
      return ReadArtifact(
        placed,
        bytes: try await store.read(placed.artifact),
        file: store.place(of: placed.artifact.key),
        digests: digests,
        mappings: mappings,
        unpackedLimit: unpackedLimit
      )
    } catch {
      return ReadArtifact(placed, problem: error)
    }
  }
}
