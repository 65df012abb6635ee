internal import Findings
internal import Syntax

extension Reading {
  /// Adds what the report says of its completeness.
  mutating func addCheckmarxOutcome(of root: JSON) {
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
  mutating func addCheckmarxEngines(
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
  mutating func addCheckmarxLists(
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
