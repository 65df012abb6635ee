import Findings

@testable import Readers

/// A fixture with findings, what is read of it, and the sound reports of its format.
struct Sample: Sendable {
  var fixture: Fixture
  var reading: Reading
  var text: ReportText
  var reports: [ReportText]

  /// The fixtures of each format, read once.
  static let all = Result {
    try Dictionary(grouping: Fixture.all, by: \.format).mapValues { try samples(of: $0) }
  }

  private static func samples(of fixtures: [Fixture]) throws -> [Sample] {
    var samples: [Sample] = []
    for fixture in fixtures {
      let report = try fixture.report()
      guard let reading = try? Readers.read(report), !reading.findings.isEmpty else { continue }
      let text = ReportText(report.content)
      samples.append(Sample(fixture: fixture, reading: reading, text: text, reports: []))
    }
    let reports = samples.filter { $0.fixture.name != "malformed-entry" }.map(\.text)
    for index in samples.indices { samples[index].reports = reports }
    return samples
  }

  /// The report, changed.
  func text(_ change: Transformation, except exceptions: [IdentityException]) -> ReportText {
    let context = Transformation.Context(
      format: fixture.format,
      reading: reading,
      reports: reports,
      exceptions: exceptions
    )
    let whole = change.rewriting(context)
    var rewriting = whole
    rewriting.leaf = { path, text, isLiteral in
      exceptions.contains { $0.covers(path) && $0.value ?? text == text }
        ? text : whole.leaf(path, text, isLiteral)
    }
    rewriting.list = { path, elements in
      exceptions.contains { $0.covers(path) } ? elements : whole.list(path, elements)
    }
    return text.rewritten(by: rewriting)
  }

  /// What is read of the report when it is changed.
  func read(
    _ change: Transformation,
    except exceptions: [IdentityException]
  ) -> Result<Reading, any Error> {
    let bytes = text(change, except: exceptions).bytes
    return Result {
      try Readers.read(
        Report(parsing: bytes, name: fixture.file().name, digests: Fixture.digests)
      )
    }
  }

  /// The identities that only one of two readings has.
  func differences(from result: Result<Reading, any Error>) -> [String] {
    let changed: Reading
    switch result {
    case .success(let reading): changed = reading
    case .failure(let error): return ["not read: \(error)"]
    }
    let before = counts(of: reading)
    let after = counts(of: changed)
    var lines: [String] = []
    for (identity, count) in before where after[identity] != count {
      lines.append("- \(count) \(identity)")
    }
    for (identity, count) in after where before[identity] != count {
      lines.append("+ \(count) \(identity)")
    }
    if reading.target != changed.target {
      lines.append("target \(reading.target ?? "none") became \(changed.target ?? "none")")
    }
    return lines.sorted { $0.dropFirst() < $1.dropFirst() }
  }

  /// How often each identity was found, lines aside.
  private func counts(of reading: Reading) -> [String: Int] {
    var counts: [String: Int] = [:]
    for finding in reading.findings {
      let place = finding.identity.place
      let snippet = place.snippet.map { String($0, radix: 16) }
      let parts = [
        finding.identity.key.replacing("\u{1F}", with: " | "), place.path, place.logical, snippet,
        place.fingerprint,
      ]
      counts[parts.map { $0 ?? "" }.joined(separator: ", "), default: 0] += finding.occurrences
    }
    return counts
  }
}
