internal import Findings
internal import Hashing
internal import Pipeline
internal import Readers
internal import Reconciliation

/// Reads reports that somebody names on the command line, without a history.
struct AdHocReading {
  /// The projects' scans, sorted by project.
  let projects: [ProjectReadings]
  /// What could not be read.
  let problems: [Problem]

  /// The layout of a pattern; the standard one unless there is another.
  static func layout(_ pattern: String?) throws(Problem) -> Layout {
    try Layout(pattern ?? Layout.standardPattern)
  }

  /// Reads files and folders.
  ///
  /// - Parameters:
  ///   - paths: Files, folders, or `s3://bucket/prefix`.
  ///   - layout: How keys below a folder are made; a key that is not made so belongs to `project`.
  ///   - project: What files belong to that no layout places.
  ///   - environment: For S3.
  /// - Throws: A path that cannot be looked at.
  init(
    _ paths: [String],
    layout: Layout,
    project: String,
    environment: [String: String]
  ) async throws(Problem) {
    var sources: [(store: any ObjectStore, placed: [PlacedArtifact])] = []
    var problems: [Problem] = []
    for path in paths {
      let source = try await AdHocSource(path, layout: layout, project: project, environment)
      sources.append((source.store, source.placed))
      problems += source.problems
    }
    try await self.init(sources, layout: layout, problems: problems)
  }

  /// Reads one report by itself.
  init(_ store: any ObjectStore, _ placed: PlacedArtifact) async throws(Problem) {
    try await self.init([(store, [placed])], layout: try Self.layout(nil), problems: [])
  }

  private init(
    _ sources: [(store: any ObjectStore, placed: [PlacedArtifact])],
    layout: Layout,
    problems: [Problem]
  ) async throws(Problem) {
    var problems = problems
    let digests = SecretDigest(key: try await Self.key(sources))
    var readings: [String: ProjectReadings] = [:]
    for (store, placed) in sources {
      let source = ArtifactSource(store: store, digests: digests)
      for (project, artifacts) in Dictionary(grouping: placed, by: \.placement.project) {
        var plan = ReadingPlan(
          project: project,
          today: artifacts,
          since: [],
          layouts: [layout],
          isReusable: false
        )
        for read in await source.read(plan.next()) { plan.take(read) }
        let (found, trouble) = plan.readings(retired: { _ in false }, place: store.place)
        readings[project, default: ProjectReadings(project: project)].scans += found.scans
        problems += trouble
      }
    }
    projects = readings.values.sorted { $0.project < $1.project }
    self.problems = problems.sorted()
  }

  /// A key for digests of secrets that only those can make who have the reports, so that a report
  /// made twice is the same.
  private static func key(
    _ sources: [(store: any ObjectStore, placed: [PlacedArtifact])]
  ) async throws(Problem) -> [UInt8] {
    let purpose = Array("the key for digests of secrets in reports without a history".utf8)
    var codes: [[UInt8]] = []
    for (store, placed) in sources {
      for artifact in placed {
        // What cannot be read is told when it is read for its findings.
        guard let bytes = try? await store.read(artifact.artifact) else { continue }
        codes.append(HMAC.sha256(bytes, key: purpose))
      }
    }
    codes.sort { $0.lexicographicallyPrecedes($1) }
    return HMAC.sha256(Array(codes.joined()), key: purpose)
  }
}
