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
  ///   - others: What these reports are compared with: the same secret has the same digest in both.
  ///   - layout: How keys below a folder are made; a key that is not made so belongs to `project`.
  ///   - project: What files belong to that no layout places.
  ///   - mappings: How to read what no reader knows.
  ///   - environment: For S3.
  /// - Throws: A path that cannot be looked at.
  init(
    _ paths: [String],
    comparedWith others: [String] = [],
    layout: Layout,
    project: String,
    mappings: [ReportMapping],
    environment: [String: String]
  ) async throws(Problem) {
    var sources: [AdHocSource] = []
    for path in paths + others {
      sources.append(try await AdHocSource(path, layout: layout, project: project, environment))
    }
    self = await Self(
      Array(sources.prefix(paths.count)),
      keyedBy: sources,
      layout: layout,
      mappings: mappings
    )
  }

  /// Reads one report of a source by itself, with mappings for what no reader knows.
  init(
    _ source: AdHocSource,
    only placed: PlacedArtifact,
    mappings: [ReportMapping]
  ) async throws(Problem) {
    let source = source.with(only: placed)
    let layout = try Self.layout(nil)
    self = await Self([source], keyedBy: [source], layout: layout, mappings: mappings)
  }

  /// Reads the first of all sources.
  private init(
    _ sources: [AdHocSource],
    keyedBy all: [AdHocSource],
    layout: Layout,
    mappings: [ReportMapping]
  ) async {
    var sources = sources
    let digests = SecretDigest(key: await Self.key(all, fetching: &sources))
    var problems = sources.flatMap(\.problems)
    var readings: [String: ProjectReadings] = [:]
    for source in sources {
      let artifacts = ArtifactSource(store: source.store, digests: digests, mappings: mappings)
      for (project, placed) in Dictionary(grouping: source.placed, by: \.placement.project) {
        var plan = ReadingPlan(
          project: project,
          today: placed,
          since: [],
          layouts: [layout],
          isReusable: false
        )
        for read in await artifacts.read(plan.next()) { plan.take(read) }
        let (found, trouble) = plan.readings(
          retired: { _ in false },
          place: source.store.place
        )
        readings[project, default: ProjectReadings(project: project)].scans += found.scans
        problems += trouble
      }
    }
    projects = readings.values.sorted { $0.project < $1.project }
    self.problems = problems.sorted()
  }

  /// A key for digests of secrets that only those can make who have the reports, so that a report
  /// made twice is the same.
  ///
  /// What it fetches of the sources to read is kept for reading, up to a bound.
  private static func key(
    _ all: [AdHocSource],
    fetching sources: inout [AdHocSource]
  ) async -> [UInt8] {
    let purpose = Array("the key for digests of secrets in reports without a history".utf8)
    var codes: [[UInt8]] = []
    var room = 256 << 20
    for (index, source) in all.enumerated() {
      var fetched: [Artifact: [UInt8]] = [:]
      for placed in source.placed {
        // What cannot be read is told when it is read for its findings.
        guard let bytes = try? await source.store.read(placed.artifact) else { continue }
        codes.append(HMAC.sha256(bytes, key: purpose))
        if index < sources.count, bytes.count <= room {
          room -= bytes.count
          fetched[placed.artifact] = bytes
        }
      }
      if index < sources.count { sources[index].store = FetchedStore(source.store, fetched) }
    }
    codes.sort { $0.lexicographicallyPrecedes($1) }
    return HMAC.sha256(Array(codes.joined()), key: purpose)
  }
}
