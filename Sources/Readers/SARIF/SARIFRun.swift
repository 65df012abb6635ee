internal import Findings
internal import Syntax

/// One run of a SARIF log: its tool, and what its results refer to.
struct SARIFRun {
  let run: JSON
  let scanner: String
  let version: String?
  let category: Category
  let target: String?
  let digests: SecretDigest
  let rules: SARIFRules
  let locations: SARIFLocations

  /// A run whose tool has a name; throws if it has none or a list is something else.
  init(_ run: JSON, category: Category?, digests: SecretDigest) throws(SyntaxError) {
    self.run = try run.asObject()
    let driver = try run.requiredObject("tool").requiredObject("driver")
    scanner = ScannerCategories.canonical(try driver.requiredString("name"))
    version = (driver["semanticVersion"].nonEmpty ?? driver["version"].nonEmpty)
      .map { MarkdownText.line($0, limit: 100) }
    self.category = category ?? ScannerCategories.category(of: scanner)
    target = Self.target(of: run)
    self.digests = digests
    rules = try SARIFRules(run, isSecret: self.category == .secrets)
    locations = SARIFLocations(run)
  }

  /// The part of the run's id that is the same in each run: before the last slash, if it holds no
  /// date or number (SARIF §3.17.3).
  private static func target(of run: JSON) -> String? {
    guard let id = run["automationDetails"]["id"].nonEmpty, let slash = id.lastIndex(of: "/")
    else { return nil }
    let category = id[..<slash]
    let digits = category.utf8.filter { ByteClass.isDigit($0) }.count
    return category.isEmpty || digits > 2 ? nil : MarkdownText.line(String(category), limit: 200)
  }

  /// Adds the run's results.
  func read(into reading: inout Reading) throws(SyntaxError) {
    let results = try run.optionalArray("results")
    if run["externalPropertyFileReferences"]["results"].elements.contains(where: { _ in true }) {
      reading.gaps.append("results lie in other files, which are not read")
    } else if !results.exists {
      reading.gaps.append("the run of \(scanner) holds no results, not even an empty list")
    }
    let start = reading.findings.count
    reading.findings.reserveCapacity(start + results.count)
    var checks = reading.checks
    let key = SARIFFingerprints.key(in: results)
    reading.collect(results.elements) { result throws(SyntaxError) in
      switch try SARIFResult.kind(of: result) {
      case .pass: checks.passed += 1
      case .review: checks.manual += 1
      case .other: break
      case .fail: return try SARIFResult(result, in: self).finding(fingerprint: key)
      }
      return nil
    }
    reading.checks = checks
    FingerprintTest.apply(to: &reading.findings[start...])
  }
}
