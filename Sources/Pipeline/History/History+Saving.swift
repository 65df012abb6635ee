internal import Findings
internal import Hashing
internal import Reconciliation

// Saving: first the snapshots, then the record that names them, last the head that names the record.
// A run that is killed in between leaves objects that nothing names, and the head as it was.
extension History {
  /// What a run wants remembered.
  struct Draft: Sendable {
    /// The run's moment.
    var moment: Instant
    /// The version of Vigil.
    var tool: String
    /// The SHA-256 of the configuration.
    var configuration: String
    /// The projects' ledgers, sorted by name.
    var projects: [ProjectLedger]
  }

  /// Saves what a run wants remembered, after the run it was compared with and whose ledgers are
  /// known by project; nil, and nothing changed, if another run was saved since that one was read.
  func save(
    _ draft: Draft,
    after previous: Run?,
    known: [String: ProjectLedger]
  ) async throws(Problem) -> RunName? {
    let current = try await head()
    guard current?.head.run == previous?.name else { return nil }
    let before = Dictionary(
      uniqueKeysWithValues: (previous?.record.projects ?? []).map { ($0.name, $0) }
    )
    let records = try await draft.projects.concurrentMap { (project) throws(Problem) in
      try await remember(project, draft, before: before[project.name], known[project.name])
    }
    var totals = Totals()
    for record in records { totals += record.totals }
    let record = RunRecord(
      moment: draft.moment,
      tool: draft.tool,
      history: previous.map { $0.record.history + [$0.name] } ?? [],
      configuration: draft.configuration,
      totals: totals,
      projects: records
    )
    let (name, stored) = try record.stored()
    try await create(key: name.key, stored)
    let isSaved = try await store.replace(
      key: Head.key,
      bytes: Head(run: name).encoded(),
      ifVersion: current?.version
    )
    return isSaved ? name : nil
  }

  /// The record of a project, its snapshot saved if anything in it differs from the one before.
  private func remember(
    _ project: ProjectLedger,
    _ draft: Draft,
    before: ProjectRecord?,
    _ known: ProjectLedger?
  ) async throws(Problem) -> ProjectRecord {
    let totals = Totals(of: project.entries)
    if var record = before, known == project {
      record.totals = totals
      return record
    }
    let stored = try ProjectSnapshot(moment: draft.moment, tool: draft.tool, ledger: project)
      .stored()
    let key =
      "projects/\(FileName.safe(project.name))/\(draft.moment)-\(stored.sha256).ndjson.zst"
    try await create(key: key, stored)
    return ProjectRecord(
      name: project.name,
      key: key,
      sha256: stored.sha256,
      size: stored.bytes.count,
      totals: totals
    )
  }

  /// Writes an object whose key holds its digest: one that is there already is the same, unless it
  /// is damaged.
  private func create(key: String, _ stored: Stored) async throws(Problem) {
    if try await store.create(key: key, bytes: stored.bytes) { return }
    let there = try await store.read(key: key)
    guard there?.bytes != stored.bytes else { return }
    guard try await store.replace(key: key, bytes: stored.bytes, ifVersion: there?.version) else {
      throw Problem(file: store.place(of: key), problem: "changed while it was written")
    }
  }
}
