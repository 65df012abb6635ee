import Findings
import Foundation
import Readers
import Syntax

/// One report of the corpus and what the reference makes of it.
struct CorpusReport: Sendable {
  /// The folder it lies in: the scanner as the reference names it.
  let tool: String
  /// Its file, relative to the corpus.
  let path: String
  /// Whether we mean to read it.
  let isInScope: Bool
  /// How many findings the reference's parser returns.
  let findings: Int
  /// An independent count of the report's own records of problems, where one was made.
  let records: Int?
  /// The reference's findings by severity.
  let bySeverity: [Severity: Int]
  /// Where it lies.
  let file: URL
  private let list: URL

  init(_ line: JSON, in folder: URL) {
    tool = line["tool"].string ?? ""
    path = line["path"].string ?? ""
    isInScope = line["in_scope"].bool ?? false
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

  /// The findings that the reference lists.
  func listed() throws -> [ListedFinding] {
    try JSONDocument(parsing: [UInt8](try Data(contentsOf: list))).root["list"]
      .elements.map(ListedFinding.init)
  }

  /// The report as a reader sees it, under its own name or another.
  func parsed(_ bytes: [UInt8], name: String? = nil) throws(ReadError) -> Report {
    try Report(
      parsing: bytes,
      name: name ?? file.lastPathComponent,
      digests: SecretDigest(key: Array("conformance".utf8))
    )
  }
}
