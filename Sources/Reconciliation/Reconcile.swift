public import Findings

/// Compares what a project's scanners say today with what was known of it.
///
/// A pure function: the same readings, snapshot and moment give the same ledger, in whatever order
/// the readings come. Only a complete scan closes what it does not show; a stream that is known and
/// was neither read nor found unchanged is missing, and its findings become unknown.
///
/// - Parameters:
///   - today: What was read, and which streams' artifacts are unchanged.
///   - previous: What was known; nil if the project is new, its findings then are a baseline.
///   - moment: The run's moment.
///   - options: How long things are remembered, and how hard to look for what moved.
/// - Returns: The project's ledger, its scans sorted by stream and its findings by id.
public func reconcile(
  _ today: ProjectReadings,
  with previous: ProjectSnapshot?,
  at moment: Instant,
  options: ReconcileOptions = ReconcileOptions()
) -> ProjectLedger {
  var project = ProjectReconciliation(since: previous?.ledger, at: moment, options: options)
  for reading in StreamReading.combined(today.scans) { project.take(reading) }
  for stream in today.unchanged { project.keep(stream) }
  for scan in today.confirmed { project.confirm(scan) }
  for stream in today.retired { project.retire(stream) }
  project.missTheRest()
  return project.ledger(of: today.project)
}
