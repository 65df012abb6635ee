import Findings

@testable import Readers

/// Everything a reading says, in a form whose difference a person can review.
func transcript(of result: Result<Reading, ReadError>) -> String {
  switch result {
  case .failure(let error):
    let hint = error.hint.map { "\n  hint \($0)" } ?? ""
    return "error \(error)\(hint)\n"
  case .success(let reading):
    let lines =
      summary(of: reading)
      + reading.findings.enumerated().flatMap { index, finding in
        ["", "\(index + 1). \(head(of: finding))"] + body(of: finding).map { "   \($0)" }
      }
    return lines.joined(separator: "\n") + "\n"
  }
}

private func summary(of reading: Reading) -> [String] {
  var lines = ["\(reading.outcome.rawValue): \(reading.findings.count) findings"]
  lines += reading.failure.map { ["failure \($0)"] } ?? []
  lines += reading.gaps.map { "gap \($0)" }
  lines += reading.skipped.count > 0 ? ["skipped \(reading.skipped.count)"] : []
  lines += reading.skipped.first.map { "  \($0)" }
  lines.append("scanner \(reading.scanner) \(reading.scannerVersion ?? "of unknown version")")
  lines.append("category \(reading.category.rawValue)")
  lines += reading.target.map { ["target \($0)"] } ?? []
  let checks = reading.checks
  if checks != Checks() {
    lines.append("checks passed \(checks.passed), manual \(checks.manual), muted \(checks.muted)")
  }
  lines += reading.coveredPaths.map { covered("paths", $0) } ?? []
  lines += reading.coveredRules.map { covered("rules", $0) } ?? []
  return lines
}

private func covered(_ what: String, _ names: Set<String>) -> [String] {
  ["covered \(what) \(names.count)"] + names.sorted().map { "  \($0)" }
}

private func head(of finding: Finding) -> String {
  let word = finding.scannerSeverity.map { " (\($0))" } ?? ""
  return "\(finding.severity.rawValue)\(word) \(finding.rule.id): \(finding.title)"
}

private func body(of finding: Finding) -> [String] {
  var lines: [String] = []
  func add(_ name: String, _ value: String?) {
    if let value { lines.append("\(name) \(value.replacing("\n", with: "\n     "))") }
  }
  let place = finding.identity.place
  add("message", finding.message)
  add("at", describe(finding.location))
  add("key", finding.identity.key.replacing("\u{1F}", with: " | "))
  let evidence = [
    place.path, place.line.map { "line \($0)" }, place.logical.map { "in \($0)" },
    place.snippet.map { "snippet \(String($0, radix: 16))" },
    place.fingerprint.map { "fingerprint \($0)" },
  ]
  add("place", evidence.compactMap { $0 }.joined(separator: ", "))
  if !finding.identifiers.isEmpty {
    add(
      "known as",
      finding.identifiers.map { "\($0.kind.rawValue) \($0.value)" }.joined(separator: ", ")
    )
  }
  add("cvss", finding.cvss.map { "\($0.score) \($0.vector ?? "without vector")" })
  add(
    "suppressed",
    finding.suppression.map { "by \($0.source.rawValue): \($0.justification ?? "no reason")" }
  )
  if finding.occurrences != 1 { add("occurrences", "\(finding.occurrences)") }
  if finding.rule.name != finding.rule.id { add("rule", finding.rule.name) }
  add("description", finding.rule.description)
  add("remediation", finding.rule.remediation)
  for reference in finding.rule.references { add("see", reference) }
  return lines
}

private func describe(_ location: Location) -> String {
  let package = location.package.map {
    "package \($0.ecosystem):\($0.name)@\($0.version ?? "?") fixed in \($0.fixedIn ?? "?")"
  }
  let parts: [(String, String?)] = [
    ("", location.path), ("line", location.line.map(String.init)),
    ("to", location.endLine.map(String.init)), ("column", location.column.map(String.init)),
    ("in", location.logical), ("", package), ("resource", location.resource),
    ("url", location.url), ("method", location.method), ("parameter", location.parameter),
    ("image", location.image), ("account", location.account), ("region", location.region),
    ("cluster", location.cluster), ("commit", location.commit),
  ]
  return parts.compactMap { name, value in
    value.map { name.isEmpty ? $0 : "\(name) \($0)" }
  }.joined(separator: ", ")
}
