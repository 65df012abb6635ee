internal import Findings
internal import Reconciliation

/// What all projects' artifacts say, read wave by wave.
struct ProjectsRead: Sendable {
  private var plans: [ReadingPlan]
  /// What each project's artifacts say, sorted by project.
  private(set) var readings: [ProjectReadings] = []
  /// What could not be read.
  private(set) var problems: [Problem] = []
  /// How many artifacts were read.
  private(set) var count = 0
  private var reported: Set<Stream> = []

  init(plans: [ReadingPlan]) {
    self.plans = plans
  }

  /// Reads until every plan has what it needs: what one artifact says may call for another.
  mutating func run(
    from source: ArtifactSource,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async {
    while true {
      var due: [PlacedArtifact] = []
      var owners: [Int] = []
      for index in plans.indices {
        let artifacts = plans[index].next()
        due += artifacts
        owners += artifacts.map { _ in index }
      }
      guard !due.isEmpty else { return }
      let before = count
      let total = before + due.count
      let read = await source.read(due) { progress(before + $0, total) }
      for (owner, artifact) in zip(owners, read) { plans[owner].take(artifact) }
      count = total
    }
  }

  /// Sums up what was read, and lets go of the rest.
  mutating func finish(retired: RetiredStreams, place: (String) -> String) {
    for plan in plans {
      let (readings, problems) = plan.readings(retired: retired.contains, place: place)
      self.readings.append(readings)
      self.problems += problems
      for scan in readings.scans where scan.scan.reader == nil || scan.scan.skipped > 0 {
        reported.insert(scan.scan.stream)
      }
    }
    plans = []
  }

  /// Whether what is wrong with a stream's artifacts is among the problems already.
  func isReported(_ stream: Stream) -> Bool { reported.contains(stream) }
}
