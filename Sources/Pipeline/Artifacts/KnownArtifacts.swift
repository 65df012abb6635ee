internal import Findings

/// The artifacts that the run before read, found by their slots.
struct KnownArtifacts: Sendable {
  /// The scans of the run before.
  let scans: [Scan]
  private let layouts: [Layout]
  private var artifacts: [String: Artifact] = [:]
  private var streams: [String: Set<Stream>] = [:]
  private let isReusable: Bool

  init(_ scans: [Scan], layouts: [Layout], isReusable: Bool) {
    self.scans = scans
    self.layouts = layouts
    self.isReusable = isReusable
    for scan in scans {
      for artifact in scan.artifacts + scan.alternates {
        guard let slot = slot(of: artifact) else { continue }
        artifacts[slot] = artifact
        streams[slot, default: []].insert(scan.stream)
      }
    }
  }

  /// The slots of all artifacts.
  var slots: some Sequence<String> { artifacts.keys }

  /// The slot of an artifact; nil if its key no longer fits the layout.
  func slot(of artifact: Artifact) -> String? {
    layouts.lazy.compactMap { $0.placement(of: artifact.key) }.first?.slot
  }

  /// The streams that a slot's artifact belonged to.
  func streams(of slot: String) -> Set<Stream> { streams[slot] ?? [] }

  /// Whether an artifact's bytes are those that were read before.
  func holds(_ placed: PlacedArtifact) -> Bool {
    guard isReusable, let before = artifacts[placed.placement.slot] else { return false }
    return before.version == placed.artifact.version && before.size == placed.artifact.size
      && !before.sha256.isEmpty
  }
}
