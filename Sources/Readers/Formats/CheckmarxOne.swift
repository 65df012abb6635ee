internal import Findings
internal import Syntax

/// Checkmarx One: results of its engines for code, infrastructure and packages.
public enum CheckmarxOne: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "checkmarx-one",
    title: "Checkmarx One JSON",
    provenOn: "AST CLI 2 (`--report-format json`, `jsonv2`) and the reports of the web interface",
    produce: "cx scan create --project-name NAME -s . --report-format json --output-path .",
    finding: """
      One result of any engine. Identity: for code the query, at its similarity id, path and line; \
      for infrastructure the query and its file; for packages advisory and package. Results marked \
      as not exploitable are suppressed; fixed ones are none.
      """,
    outcome: "Partial when the report counts more results than it lists, or names a failed engine.",
    precedence: 3
  )

  /// A list of results with the scan's id, or a report with the results by engine.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["scanID"].exists && root["results"].kind != .missing
      || root["reportHeader"].isObject && root["scanResults"].kind != .missing
  }

  /// Each result.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    do {
      if root["results"].kind != .missing {
        reading.collect(try root.requiredArray("results").elements) { entry throws(SyntaxError) in
          try CheckmarxOneResult(entry)?.finding(report.digests)
        }
      } else {
        let results = try root.requiredObject("scanResults")
        if results["resultsList"].kind != .missing {
          try reading.addImproved(root, report.digests)
        } else {
          try reading.addByEngine(results, report.digests)
        }
      }
    } catch {
      throw ReadError(error)
    }
    reading.outcome(of: root)
    reading.testFingerprints()
    return reading
  }
}

extension Reading {
  /// Adds what the report says of its completeness.
  fileprivate mutating func outcome(of root: JSON) {
    let total =
      root["totalCount"].int ?? root["scannerOverview"]["totalResults"].int
      ?? root["scanResults"]["totalResults"].int
    let listed = findings.count + skipped.count
    if let total, total > listed {
      gaps.append("\(listed) of \(total) results are in the report")
    }
    for engine in root["scanInformation"]["scannerStatus"].elements
    where engine["status"].equals("Failed") || engine["status"].equals("Partial") {
      gaps.append(MarkdownText.line("\(engine["name"].string ?? "an engine") failed", limit: 100))
    }
  }

  /// Adds the results of a report that has them by engine: `sast`, `sca` and `kics`.
  fileprivate mutating func addByEngine(
    _ results: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) {
    guard ["sast", "sca", "kics"].contains(where: { results[member: $0].kind != .missing }) else {
      throw results.error("expected the results of an engine, found none")
    }
    for language in results["sast"]["languages"].elements {
      for query in try language.requiredArray("queries").elements {
        collect(try query.requiredArray("vulnerabilities").elements) { entry throws(SyntaxError) in
          try CheckmarxOneResult(entry, of: query)?.finding(digests)
        }
      }
    }
    for package in results["sca"]["packages"].elements {
      collect(try package.requiredArray("vulnerabilities").elements) { entry throws(SyntaxError) in
        try CheckmarxOneResult(entry, in: package)?.finding(digests)
      }
    }
    for group in results["kics"]["results"].elements {
      collect(try group.requiredArray("vulnerabilities").elements) { entry throws(SyntaxError) in
        try CheckmarxOneResult(entry, ofInfrastructure: entry)?.finding(digests)
      }
    }
  }

  /// Adds the results of the improved report, which has a list for each engine.
  fileprivate mutating func addImproved(
    _ root: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) {
    for query in try root["scanResults"].requiredArray("resultsList").elements {
      collect(try query.requiredArray("vulnerabilities").elements) { entry throws(SyntaxError) in
        try CheckmarxOneResult(entry, of: query)?.finding(digests)
      }
    }
    for technology in root["iacScanResults"]["technology"].elements {
      for query in try technology.requiredArray("queries").elements {
        collect(try query.requiredArray("resultsList").elements) { entry throws(SyntaxError) in
          try CheckmarxOneResult(entry, ofInfrastructure: query)?.finding(digests)
        }
      }
    }
    for package in root["scaScanResults"]["packages"].elements {
      collect(package["packageVulnerabilities"].elements) { entry throws(SyntaxError) in
        try CheckmarxOneResult(entry, in: package)?.finding(digests)
      }
    }
  }
}
