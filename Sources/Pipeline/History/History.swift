public import Findings
public import Reconciliation

/// All that earlier runs left, in a store: a head that names the latest run, a record for each run,
/// and the projects' snapshots.
public struct History: Sendable {
  /// A run that the head or another run names, and its record.
  public struct Run: Sendable {
    /// Its name.
    public var name: RunName
    /// What it left.
    public var record: RunRecord
  }

  /// Where it lies.
  public let store: any ObjectStore

  /// A history in a store.
  public init(in store: any ObjectStore) {
    self.store = store
  }

  /// The head's bytes and version as they are now; nil if there is no head.
  func head() async throws(Problem) -> (head: Head, version: String)? {
    guard let object = try await store.read(key: Head.key) else { return nil }
    let head = try Head(decoding: object.bytes, file: store.place(of: Head.key))
    return (head, object.version)
  }

  /// The latest run; nil if there has been none.
  ///
  /// - Throws: What cannot be read; and that the head is gone though runs are there.
  public func latest() async throws(Problem) -> Run? {
    if let (head, _) = try await head() { return try await run(named: head.run) }
    // A first run that was killed leaves a record that no head names; any other has predecessors.
    let runs = try await store.list(prefix: "runs/").objects.map(\.key)
    for key in runs.reversed() {
      let text = key.dropFirst("runs/".count).dropLast(".json.zst".count)
      guard let name = RunName(String(text)), name.key == key else { continue }
      guard try await run(named: name).record.parent != nil else { continue }
      throw Problem(
        file: store.place(of: Head.key),
        problem: "is missing, though there are \(runs.count) runs",
        hint: "restore it; `vigil run` would take the history for empty"
      )
    }
    return nil
  }

  /// A run by its name.
  public func run(named name: RunName) async throws(Problem) -> Run {
    guard let object = try await store.read(key: name.key) else {
      throw Problem(
        file: store.place(of: name.key),
        problem: "is missing: a run that the history names",
        hint: "restore it from a backup or an earlier version of the object"
      )
    }
    do throws(Problem) {
      return Run(name: name, record: try RunRecord(unpacking: object.bytes, named: name))
    } catch {
      throw located(error)
    }
  }

  /// The last run at or before a moment; nil if there is none.
  public func run(asOf moment: Instant?) async throws(Problem) -> Run? {
    guard let latest = try await latest() else { return nil }
    guard let moment, latest.record.moment > moment else { return latest }
    guard let name = latest.record.history.last(where: { $0.moment <= moment }) else { return nil }
    return try await run(named: name)
  }

  /// A project's snapshot.
  public func snapshot(of project: ProjectRecord) async throws(Problem) -> ProjectSnapshot {
    guard let object = try await store.read(key: project.key) else {
      throw Problem(
        file: store.place(of: project.key),
        problem: "is missing: the snapshot of project \(project.name)",
        hint: "restore it from a backup or an earlier version of the object"
      )
    }
    let file = store.place(of: project.key)
    return try ProjectSnapshot(unpacking: object.bytes, sha256: project.sha256, file: file)
  }

  /// The snapshots of projects, in their order.
  public func snapshots(
    of projects: [ProjectRecord]
  ) async throws(Problem) -> [ProjectSnapshot] {
    try await projects.concurrentMap { (project) throws(Problem) in
      try await snapshot(of: project)
    }
  }

  /// What was known at the end of a run, of all projects or of one.
  public func ledger(of run: Run, project: String? = nil) async throws(Problem) -> Ledger {
    let projects = run.record.projects.filter { project == nil || $0.name == project }
    if let project, projects.isEmpty {
      let names = run.record.projects.map(\.name)
      throw Problem(
        file: store.name,
        problem: "no project is named \(project)",
        hint: names.isEmpty ? nil : "there are: \(names.prefix(20).joined(separator: ", "))"
      )
    }
    return Ledger(
      moment: run.record.moment,
      previous: run.record.parent?.moment,
      runs: run.record.history.map(\.moment) + [run.record.moment],
      projects: try await snapshots(of: projects).map(\.ledger),
      snapshot: run.name.sha256
    )
  }

  private func located(_ problem: Problem) -> Problem {
    var problem = problem
    problem.file = store.place(of: problem.file)
    return problem
  }
}
