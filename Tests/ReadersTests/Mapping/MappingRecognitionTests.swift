import Findings
import Testing

@testable import Readers

/// Which reports a mapping is used for, and what its paths mean.
@Suite struct MappingRecognitionTests {
  private func interpreted(
    _ text: String,
    _ mappings: [ReportMapping]
  ) throws(ReadError) -> String {
    let report = try Report(
      parsing: Array(text.utf8),
      name: "report.dat",
      digests: Fixture.digests
    )
    return try interpreter(for: report, mappings: mappings).format.name
  }

  @Test func aReaderWinsOverAMapping() throws {
    var mapping = try SampleMapping.json()
    mapping.recognition = [.init(try SampleMapping.path("runs"))]
    let sarif = #"{"version": "2.1.0", "runs": []}"#
    #expect(try interpreted(sarif, [mapping]) == "sarif")
    #expect(try interpreted(#"{"runs": 7, "x": 1}"#, [mapping]) == "acme")
  }

  @Test func twoMappingsThatClaimOneReportAreAnErrorThatNamesBoth() throws {
    var other = try SampleMapping.json()
    other.name = "rival"
    let error = #expect(throws: ReadError.self) {
      try interpreted(#"{"tool": "acme"}"#, [try SampleMapping.json(), other])
    }
    #expect(error?.problem == "several mappings recognise this report: acme and rival")
  }

  @Test func aMappingThatDoesNotFitSaysWhy() throws {
    let mappings = [try SampleMapping.json(), try SampleMapping.xml(), try SampleMapping.csv()]
    let error = #expect(throws: ReadError.self) {
      try interpreted(#"{"tool": "other"}"#, mappings)
    }
    #expect(
      error?.hint == "acme: `tool` is not `acme`; acme-xml: it is not xml; acme-csv: it is not csv"
    )
    let table = #expect(throws: ReadError.self) { try interpreted("a,b,c\n1,2,3\n", mappings) }
    #expect(table?.hint?.hasSuffix("acme-csv: there is no column `Check`") == true)
  }

  @Test(arguments: [
    ("a", ReportMapping.Syntax.json, 1), ("a.b[0].c", .json, 4), (#"["a.b"][*]"#, .json, 2),
    ("$.a", .json, 1), ("^^.a", .json, 1), (".", .json, 0), ("a.*", .json, 2),
    ("a/b[*]/@c", .xml, 4), ("a.b", .xml, 1), ("Column [1]", .csv, 1),
  ])
  func pathsAreTakenApart(text: String, syntax: ReportMapping.Syntax, count: Int) throws {
    #expect(try ReportPath(text, in: syntax).steps.count == count)
  }

  @Test(arguments: [
    ("", ReportMapping.Syntax.json), ("a..b", .json), ("a.", .json), ("a[", .json), ("a[x]", .json),
    ("a[-1]", .json), ("[*]b", .json), ("$", .json), ("^a", .json), ("a[0]", .xml), ("[*]", .xml),
    ("@a/b", .xml), ("a//b", .xml),
  ])
  func whatIsNoPathIsRefused(text: String, syntax: ReportMapping.Syntax) {
    #expect(throws: ReadError.self) { try ReportPath(text, in: syntax) }
  }
}
