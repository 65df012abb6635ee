public import Findings
public import Reconciliation

extension History {
  /// What was found sound.
  public struct Verification: Sendable, Hashable {
    /// The latest run.
    public var latest: RunName
    /// The moment of the first run.
    public var first: Instant
    /// How many runs there are.
    public var runs: Int
    /// How many snapshots they name, each once.
    public var snapshots: Int
  }

  /// Walks the whole chain: every record must be the one its successor names and continue the one
  /// before it, every snapshot the one its records name.
  ///
  /// - Parameter progress: Hears how many runs of how many were checked.
  /// - Returns: What was checked; nil if there is no history.
  /// - Throws: The first link that does not hold, from the latest run backwards.
  public func verify(
    progress: (Int, Int) -> Void = { _, _ in }
  ) async throws(Problem) -> Verification? {
    guard let latest = try await latest() else { return nil }
    var later = latest
    var seen = try await verifySnapshots(of: latest, except: [])
    let names = latest.record.history
    for (count, name) in names.reversed().enumerated() {
      progress(count + 1, names.count + 1)
      let earlier = try await run(named: name)
      guard later.record.continues(earlier.record, named: name) else {
        throw Problem(
          file: store.place(of: later.name.key),
          place: "history",
          problem: "does not continue the run of \(earlier.record.moment)",
          hint: "one of the two was altered"
        )
      }
      seen = try await verifySnapshots(of: earlier, except: seen)
      later = earlier
    }
    return Verification(
      latest: latest.name,
      first: later.record.moment,
      runs: names.count + 1,
      snapshots: seen.count
    )
  }

  /// Reads a run's snapshots, except for those already read; says which were read by now.
  private func verifySnapshots(
    of run: Run,
    except seen: Set<String>
  ) async throws(Problem) -> Set<String> {
    let projects = run.record.projects.filter { !seen.contains("\($0.key) \($0.sha256)") }
    _ = try await projects.concurrentMap { (project) throws(Problem) in
      let snapshot = try await snapshot(of: project)
      guard snapshot.ledger.name == project.name else {
        throw Problem(
          file: store.place(of: project.key),
          place: "project",
          problem: "is \(snapshot.ledger.name), not \(project.name)"
        )
      }
    }
    return seen.union(projects.map { "\($0.key) \($0.sha256)" })
  }
}
