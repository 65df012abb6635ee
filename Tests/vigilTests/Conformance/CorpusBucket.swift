import Findings
import Foundation
import Syntax
import TestSupport

/// A folder with the reports of a corpus, laid out as a bucket is, and what the program reads there.
struct CorpusBucket {
  private let folder: TemporaryFolder
  private let reports: [CorpusReport]

  /// Lays down reports, each in a folder of its own under the scanner's.
  init(_ reports: [CorpusReport]) throws {
    self.reports = reports
    folder = try TemporaryFolder()
    for (index, report) in reports.enumerated() {
      let copy = URL(filePath: folder(Self.key(index, report)))
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try FileManager.default.copyItem(at: report.file, to: copy)
    }
  }

  private static func key(_ index: Int, _ report: CorpusReport) -> String {
    let scanner = Corpus.format(of: report) ?? report.tool
    return "corpus/\(scanner)/\(index)/\(report.file.lastPathComponent)"
  }

  /// What `vigil inspect` says of each report, in their order.
  func readings() throws -> [ProgramReading] {
    let arguments = [
      "inspect", "--format", "json", "--layout", "{project}/{scanner}/{file}", folder.path,
    ]
    let run = try Program(arguments, in: folder.path).wait()
    guard run.code == 0 || run.code == 2 else {
      throw Program.Failure(description: "vigil inspect ended with \(run.code ?? -1)")
    }
    let lines = try run.output.split(separator: UInt8(ascii: "\n"))
      .map { try JSONDocument(parsing: Array($0)).root }
    let readings = ProgramReading.readings(in: lines)
    let byKey = Dictionary(readings.map { ($0.artifact, $0) }) { first, _ in first }
    guard readings.count == reports.count else {
      throw Program.Failure(description: "\(readings.count) scans of \(reports.count) reports")
    }
    return try reports.enumerated().map { index, report in
      guard let reading = byKey[Self.key(index, report)] else {
        throw Program.Failure(description: "\(report.path): no scan")
      }
      return reading
    }
  }
}
