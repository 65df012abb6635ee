public import Findings
internal import Readers
public import Reconciliation

/// Which of a project's artifacts must be read, given what is known of them, and what came of it.
///
/// An artifact whose bytes are known is read again only if its stream must be: because another
/// artifact of the stream changed, appeared or is gone.
public struct ReadingPlan: Sendable {
  /// The project.
  public let project: String
  private let today: [PlacedArtifact]
  private let bySlot: [String: Artifact]
  private let known: KnownArtifacts
  private var unread: Set<String>
  private var touched: Set<Stream> = []
  private var read: [ReadArtifact] = []

  /// A plan for a project's artifacts.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - today: Its artifacts as they lie there now.
  ///   - scans: Its scans in the run before.
  ///   - layouts: How keys are made.
  ///   - isReusable: Whether what was read before holds, the program and its configuration being the
  ///     same.
  public init(
    project: String,
    today: [PlacedArtifact],
    since scans: [Scan],
    layouts: [Layout],
    isReusable: Bool
  ) {
    self.project = project
    self.today = today
    known = KnownArtifacts(scans, layouts: layouts, isReusable: isReusable)
    unread = Set(today.map(\.artifact.key))
    bySlot = Dictionary(today.map { ($0.placement.slot, $0.artifact) }) { first, _ in first }
    for slot in known.slots where bySlot[slot] == nil {
      touched.formUnion(known.streams(of: slot))
    }
    for placed in today where !known.holds(placed) {
      touched.formUnion(known.streams(of: placed.placement.slot))
    }
  }

  /// The artifacts to read next; none once all streams are either read or unchanged.
  public mutating func next() -> [PlacedArtifact] {
    let due = today.filter { placed in
      guard unread.contains(placed.artifact.key) else { return false }
      return !known.holds(placed)
        || !touched.isDisjoint(with: known.streams(of: placed.placement.slot))
    }
    for placed in due {
      unread.remove(placed.artifact.key)
      touched.formUnion(known.streams(of: placed.placement.slot))
    }
    return due
  }

  /// Notes what came of an artifact.
  public mutating func take(_ artifact: ReadArtifact) {
    read.append(artifact)
    touched.formUnion(streams(of: artifact))
  }

  /// The streams an artifact belongs to: what it says, else what it said before.
  private func streams(of artifact: ReadArtifact) -> [Stream] {
    let placement = artifact.placed.placement
    if case .success(let reading) = artifact.result {
      return [
        placement.stream(
          category: reading.category,
          scanner: reading.scanner,
          target: reading.target
        )
      ]
    }
    let before = known.streams(of: placement.slot)
    return before.isEmpty
      ? [placement.stream(category: nil, scanner: nil, target: nil)] : before.sorted()
  }
}

extension ReadingPlan {
  /// What the project's artifacts say, and what of them could not be read.
  ///
  /// - Parameters:
  ///   - retired: Whether nobody expects a stream any more.
  ///   - place: Where a key lies, as a person would look for it.
  /// - Returns: The project's scans and what could not be read, in any order.
  public func readings(
    retired: (Stream) -> Bool,
    place: (String) -> String
  ) -> (readings: ProjectReadings, problems: [Problem]) {
    var readings = ProjectReadings(project: project)
    var problems: [Problem] = []
    for scan in Dictionary(grouping: read, by: \.placed.stem).values.map(ScanFiles.init) {
      problems += scan.problems(place: place)
      for stream in streams(of: scan.main) {
        readings.scans.append(scan.reading(of: stream))
      }
    }
    let seen = Set(readings.scans.map(\.scan.stream))
    for index in readings.scans.indices {
      let stream = readings.scans[index].scan.stream
      let lost = lostArtifacts(of: stream, among: readings.scans)
      if !lost.isEmpty { readings.scans[index].lose(lost) }
    }
    for scan in known.scans where !seen.contains(scan.stream) && scan.outcome != .missing {
      if retired(scan.stream) || isReplaced(scan) {
        readings.retired.append(scan.stream)
      } else if let now = confirmed(scan) {
        if now.artifacts == scan.artifacts, now.alternates == scan.alternates {
          readings.unchanged.append(scan.stream)
        } else {
          readings.confirmed.append(now)
        }
      }
    }
    for scan in known.scans where scan.outcome == .missing && retired(scan.stream) {
      readings.retired.append(scan.stream)
    }
    return (readings, problems)
  }

  /// The scan with its artifacts as they lie there now; nil if one of them is gone.
  private func confirmed(_ scan: Scan) -> Scan? {
    guard touched.isDisjoint(with: [scan.stream]) else { return nil }
    var now = scan
    for list: WritableKeyPath<Scan, [Artifact]> in [\.artifacts, \.alternates] {
      for index in scan[keyPath: list].indices {
        guard let artifact = current(scan[keyPath: list][index]) else { return nil }
        now[keyPath: list][index] = artifact
      }
    }
    now.observedAt = now.artifacts.map(\.modified).max() ?? scan.observedAt
    return now
  }

  /// A known artifact as it lies there now, under the key it has now.
  private func current(_ before: Artifact) -> Artifact? {
    guard let slot = known.slot(of: before), var now = bySlot[slot] else { return nil }
    now.sha256 = before.sha256
    return now
  }

  /// The artifacts that a stream had and that are gone, if it has fewer than before.
  ///
  /// What the missing ones would have shown is not fixed. One that is gone where another appeared
  /// was renamed.
  private func lostArtifacts(of stream: Stream, among scans: [StreamReading]) -> [Artifact] {
    guard let before = known.scans.first(where: { $0.stream == stream }) else { return [] }
    let now = scans.filter { $0.scan.stream == stream }.flatMap { $0.scan.artifacts }
    guard now.count < before.artifacts.count else { return [] }
    return before.artifacts.filter { current($0) == nil }
  }

  /// Whether a scan never said anything, and its files now say what they are of.
  private func isReplaced(_ scan: Scan) -> Bool {
    guard scan.outcome == .failed, scan.completeAt == nil, scan.findings == 0 else { return false }
    let slots = (scan.artifacts + scan.alternates).compactMap(known.slot)
    return !slots.isEmpty
      && slots.allSatisfy { slot in
        read.contains { $0.placed.placement.slot == slot && (try? $0.result.get()) != nil }
      }
  }
}

extension StreamReading {
  /// Notes that artifacts of the scan are gone: it does not show everything.
  fileprivate mutating func lose(_ artifacts: [Artifact]) {
    let known = Set(scan.artifacts.map(\.key))
    scan.artifacts += artifacts.filter { !known.contains($0.key) }
    scan.artifacts.sort { $0.key < $1.key }
    let names = artifacts.map(\.key).joined(separator: ", ")
    let reason = "missing: \(names)"
    scan.reason = scan.reason.isEmpty ? reason : "\(scan.reason); \(reason)"
    if scan.outcome == .complete {
      scan.outcome = .partial
      scan.completeAt = nil
    }
  }
}
