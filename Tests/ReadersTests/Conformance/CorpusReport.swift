import Findings
import Foundation
import Syntax

@testable import Readers

/// One report of the corpus and what the reference makes of it.
struct CorpusReport: Sendable {
  /// The folder it lies in: the scanner as the reference names it.
  let tool: String
  /// Its file, relative to the corpus.
  let path: String
  /// How many findings the reference's parser returns.
  let findings: Int
  /// An independent count of the report's own records of problems, where one was made.
  let records: Int?
  /// The reference's findings by severity.
  let bySeverity: [Severity: Int]
  private let file: URL
  private let list: URL

  init(_ line: JSON, in folder: URL) {
    tool = line["tool"].string ?? ""
    path = line["path"].string ?? ""
    findings = line["findings"].int ?? -1
    records = line["raw_occurrences"].int
    file = folder.appending(path: path)
    list = folder.appending(path: line["findings_file"].string ?? "")
    var counts: [Severity: Int] = [:]
    for member in line["by_severity"].members {
      counts[Severity(word: member.key), default: 0] += member.value.int ?? 0
    }
    bySeverity = counts
  }

  func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

  /// The CVE and GHSA numbers among the findings that the reference lists.
  func advisories() throws -> Set<String> {
    let findings = try JSONDocument(parsing: [UInt8](try Data(contentsOf: list))).root["list"]
    let names = findings.elements.flatMap { $0["vulnerability_ids"].strings }
    return Set(names.filter { $0.hasPrefix("CVE-") || $0.hasPrefix("GHSA-") })
  }

  /// The report as a reader sees it, under its own name or another, in the layout's scanner if any.
  func parsed(
    _ bytes: [UInt8],
    name: String? = nil,
    scanner: String? = nil
  ) throws(ReadError) -> Report {
    try Report(
      parsing: bytes,
      name: name ?? file.lastPathComponent,
      scanner: scanner,
      digests: Fixture.digests
    )
  }
}
