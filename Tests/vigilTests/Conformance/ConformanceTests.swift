import Foundation
import Readers
import Syntax
import Testing

/// The program against real reports, and against an independent count of what is in them.
@Suite(
  .enabled(if: Corpus.isThere, "no corpus in VIGIL_CORPUS or beside the checkout"),
  .serialized
)
struct ConformanceTests {
  /// Writes the table of what differs and why, if `VIGIL_CONFORMANCE_TABLE` names a file.
  @Test func everyDifferenceFromTheReferenceHasAReason() throws {
    let (reports, isKnown) = try Corpus.load()
    let readings = try CorpusBucket(reports).readings()
    let comparisons = try zip(reports, readings).map { report, reading in
      Comparison(report, reading, listed: try report.listed())
    }
    let table = ConformanceTable(comparisons)
    if let file = Corpus.table { try Data(table.text.utf8).write(to: file) }
    for line in table.unexplained { Issue.record("\(line)") }
    for comparison in comparisons {
      guard let format = Corpus.format(of: comparison.report), comparison.reading.reader != nil
      else { continue }
      #expect(comparison.reading.reader == format, "\(comparison.report.path)")
    }
    // Of another corpus our tables know nothing.
    guard isKnown else { return }
    #expect(Set(Reason.table.map(\.key)).subtracting(table.reasons) == [], "reasons for nothing")
    let formats = Set(readers.map { $0.format.name })
    let proven = Set(readings.compactMap(\.reader))
    #expect(formats.subtracting(proven) == Corpus.formatsWithoutReports)
  }

  @Test func aReportIsRecognisedUnderAnyName() throws {
    for report in try Corpus.reports() {
      let bytes = try report.bytes()
      guard let parsed = try? report.parsed(bytes), !parsed.saysNothing else { continue }
      let renamed = try report.parsed(bytes, name: "report.dat")
      #expect(names(of: renamed) == names(of: parsed), "\(report.path)")
    }
  }

  /// No report has two readers, and what a reader makes of another's report is an error or a
  /// reading, never a crash.
  @Test func everyReaderStandsEveryReport() throws {
    var reports = 0
    for report in try Corpus.reports() {
      reports += 1
      guard let parsed = try? report.parsed(report.bytes()) else { continue }
      #expect(names(of: parsed).count < 2, "\(report.path): \(names(of: parsed))")
      for reader in readers { _ = try? reader.read(parsed) }
    }
    #expect(reports > 0)
  }

  private func names(of report: Report) -> [String] {
    readers.filter { $0.recognises(report) }.map { $0.format.name }
  }
}

extension Report {
  /// Whether the content is `null`, an empty list or object, or an object with no more than no
  /// results or an empty list.
  fileprivate var saysNothing: Bool {
    guard let json else { return false }
    return json.kind == .null || json.count == 0 && (json.isArray || json.isObject)
      || json.count == 1 && json.isObject && json["results"].kind == .null
      || json.count == 1 && json.members.contains { $0.value.isArray && $0.value.count == 0 }
  }
}
