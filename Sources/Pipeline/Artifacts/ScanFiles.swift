internal import Findings
internal import Readers
internal import Reconciliation

/// The files of one scan: one that is read for its findings, and the same in other formats.
struct ScanFiles {
  /// The one that is read.
  let main: ReadArtifact
  private let others: [ReadArtifact]

  /// Chooses among files whose names differ only in their format.
  init(_ files: [ReadArtifact]) {
    let readable = files.filter { $0.isReadable }
    let sorted = (readable.isEmpty ? files : readable).sorted { $0.isPreferred(to: $1) }
    main = sorted[0]
    others = files.filter { $0.placed.artifact.key != sorted[0].placed.artifact.key }
      .sorted { $0.placed.artifact.key < $1.placed.artifact.key }
  }

  /// How many entries of a report are named one by one.
  private static let named = 5

  /// What could not be read, a line each.
  func problems(place: (String) -> String) -> [Problem] {
    var problems: [Problem] = []
    for file in [main] + others {
      if case .failure(let problem) = file.result { problems.append(problem) }
    }
    guard case .success(let reading) = main.result else { return problems }
    let file = place(main.placed.artifact.key)
    let named = reading.skipped.first.prefix(Self.named)
    problems += named.map { Problem($0, in: file) }
    let rest = reading.skipped.count - named.count
    if rest > 0 { problems.append(Problem(file: file, problem: "\(rest) more such entries")) }
    return problems
  }

  /// What the scan says of a stream.
  func reading(of stream: Stream) -> StreamReading {
    var scan = Scan(stream: stream, outcome: .failed)
    scan.artifacts = [main.placed.artifact]
    scan.alternates = others.map(\.placed.artifact)
    scan.observedAt = main.placed.artifact.modified
    scan.reader = main.format?.name
    switch main.result {
    case .failure(let problem):
      scan.reason =
        problem.place.isEmpty
        ? problem.problem : "\(problem.place): \(problem.problem)"
      return StreamReading(scan: scan)
    case .success(let reading):
      fill(&scan, with: reading)
      return StreamReading(
        scan: scan,
        findings: reading.findings,
        coveredPaths: reading.coveredPaths,
        coveredRules: reading.coveredRules
      )
    }
  }

  private func fill(_ scan: inout Scan, with reading: Reading) {
    scan.scannerVersion = reading.scannerVersion
    scan.findings = reading.findings.count
    scan.skipped = reading.skipped.count
    scan.checks = reading.checks
    var reasons = [reading.failure].compactMap(\.self) + reading.gaps
    switch reading.skipped.count {
    case 0: break
    case 1: reasons.append("1 entry could not be read")
    case let count: reasons.append("\(count) entries could not be read")
    }
    // The same scanner wrote both: what cut one off may have cut the other.
    for other in others where !other.placed.isForPeople {
      guard case .failure(let problem) = other.result else { continue }
      reasons.append("\(other.placed.fileName) could not be read: \(problem.problem)")
    }
    scan.outcome = reading.outcome == .complete && !reasons.isEmpty ? .partial : reading.outcome
    scan.reason = reasons.joined(separator: "; ")
    if scan.outcome == .complete { scan.completeAt = scan.observedAt }
  }
}

extension ReadArtifact {
  fileprivate var isReadable: Bool {
    if case .success = result { true } else { false }
  }
}
