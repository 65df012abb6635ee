import Findings
import Testing

@testable import Readers

/// What a mapping makes of a report.
@Suite struct MappingTests {
  private func read(_ text: String, _ mappings: ReportMapping...) throws -> Reading {
    let report = try Report(
      parsing: Array(text.utf8),
      name: "report.dat",
      digests: Fixture.digests
    )
    return try interpreter(for: report, mappings: mappings).read(report)
  }

  private func json(_ issues: String, beside rest: String = "") -> String {
    #"{"tool": "acme"\#(rest), "files": [{"name": "./src/a.c", "issues": [\#(issues)]}]}"#
  }

  @Test func jsonBecomesFindings() throws {
    let reading = try read(
      json(
        """
        {"check": {"id": "A1", "name": "Overflow"}, "level": "P1", "text": "too\\u0000 long",
         "line": 7, "tags": ["CWE-120", "nothing"], "cvss": 9.8,
         "links": ["https://example.com/a1", "javascript:alert(1)"]},
        {"check": {"id": "A2"}, "level": "low", "state": "fail", "line": "9"},
        {"check": {"id": "A3"}, "state": "pass"},
        {"check": {"id": "A4"}, "state": "skipped"}
        """
      ),
      try SampleMapping.json()
    )
    #expect(reading.outcome == .complete && reading.findings.count == 2)
    #expect(reading.checks.passed == 1)
    let first = try #require(reading.findings.first)
    #expect(first.rule.id == "A1" && first.title == "Overflow" && first.message == "too long")
    #expect(first.severity == .critical && first.scannerSeverity == "P1")
    #expect(first.location.path == "src/a.c" && first.location.line == 7)
    #expect(first.identifiers == [.cwe(120)] && first.cvss?.score == 9.8)
    #expect(first.rule.references == ["https://example.com/a1"])
    let second = reading.findings[1]
    #expect(second.severity == .low && second.location.line == 9 && second.title == "A2")
    let place = Place(path: "src/a.c", line: 9, snippet: SnippetDigest.of("A2"))
    #expect(second.identity == .code(rule: "A2", at: place))
  }

  @Test func entriesWithWrongTypesAreSetAsideAndCounted() throws {
    let reading = try read(
      json(
        """
        {"check": {"id": "A1"}, "line": "soon"}, {"check": {"id": {"a": 1}}}, {"check": []},
        7, null, {"check": {"id": "A1"}, "text": ["x"]}, {"check": {"id": "A1"}, "cvss": "bad"},
        {"check": {"id": "A1"}, "tags": {"a": {}}}, {"check": {"id": "A1"}}
        """
      ),
      try SampleMapping.json()
    )
    #expect(reading.findings.count == 1 && reading.skipped.count == 8)
    #expect(reading.outcome == .partial)
    #expect(
      reading.skipped.first[0].description
        == "files[0].issues[0]: expected a number as line"
    )
    #expect(
      reading.skipped.first[1].description
        == "files[0].issues[1].check.id: expected text as rule"
    )
  }

  @Test func aListThatIsNotThereIsAFailedScan() throws {
    let mapping = try SampleMapping.json()
    for text in [
      #"{"tool": "acme"}"#, #"{"tool": "acme", "files": null}"#,
      #"{"tool": "acme", "files": {"issues": []}}"#,
    ] {
      #expect(throws: ReadError.self, "\(text)") { try read(text, mapping) }
    }
    let inner = try read(#"{"tool": "acme", "files": [{"name": "a"}]}"#, mapping)
    #expect(inner.outcome == .partial && inner.skipped.count == 1)
    #expect(throws: ReadError.self) { try read("<scan/>", try SampleMapping.xml()) }
    let none = try read(#"{"tool": "acme", "files": []}"#, mapping)
    #expect(none.outcome == .complete && none.findings.isEmpty)
  }

  @Test func aScanThatSaysItFailedHasFailed() throws {
    let text = json("", beside: #", "error": {"message": "no licence"}"#)
    let reading = try read(text, try SampleMapping.json())
    #expect(reading.outcome == .failed && reading.failure == "`error.message`: no licence")
    let fine = json("", beside: #", "error": {"message": ""}"#)
    #expect(try read(fine, try SampleMapping.json()).outcome == .complete)
  }

  @Test func jsonLinesBecomeFindings() throws {
    let line = """
      {"advisory": "CVE-2026-0001", "purl": "pkg:npm/%40a/b@1.0", "fix": "1.1", "manifest": "p.json"}
      """
    let mapping = try SampleMapping.lines()
    for text in [line, line + "\n" + #"{"kind": "summary"}"# + "\n"] {
      let reading = try read(text, mapping)
      #expect(reading.outcome == .complete && reading.findings.count == 1)
      let finding = try #require(reading.findings.first)
      let package = Package(ecosystem: "npm", name: "@a/b", version: "1.0", fixedIn: "1.1")
      #expect(finding.location.package == package)
      #expect(
        finding.identity
          == .dependency(advisory: "CVE-2026-0001", package: package, manifest: "p.json")
      )
    }
    let torn = try read(line + "\n" + #"{"purl": "pkg:npm/c@1"}"# + "\n", mapping)
    #expect(torn.outcome == .partial && torn.skipped.count == 1)
  }

  @Test func xmlBecomesFindings() throws {
    let reading = try read(
      """
      <scan><about>Acme</about><results>
        <group name="forms">
          <issue id="X1"><summary>Injection</summary>
            <request verb="POST"><url>https://shop.test/orders/17?q=1</url></request></issue>
          <issue><summary>No rule</summary></issue>
        </group>
        <group name="empty"/>
      </results></scan>
      """,
      try SampleMapping.xml()
    )
    #expect(reading.findings.count == 1 && reading.skipped.count == 1)
    #expect(reading.skipped.first[0].place == "line 5")
    let finding = try #require(reading.findings.first)
    #expect(finding.rule.id == "X1" && finding.title == "Injection")
    #expect(finding.rule.description == "Acme" && finding.location.resource == "forms")
    #expect(
      finding.identity
        == .endpoint(
          rule: "X1",
          method: "POST",
          template: "/orders/{id}?q",
          parameter: "",
          url: "https://shop.test/orders/17?q"
        )
    )
  }

  @Test func csvBecomesFindings() throws {
    let reading = try read(
      "Check,Account ID,Resource,Line\nC1,123,bucket/a,4\nC2,123,bucket/b,x\nC3,1\n,1,2,3\n",
      try SampleMapping.csv()
    )
    #expect(reading.findings.map(\.rule.id) == ["C1"] && reading.skipped.count == 3)
    #expect(
      reading.findings.first?.identity
        == .cloud(check: "C1", account: "123", region: "", resource: "bucket/a")
    )
    #expect(reading.skipped.first.map(\.place) == ["line 3", "line 4", "line 5"])
  }

  @Test func onlyTheDigestOfASecretLeaves() throws {
    let value = "hunter2-" + "swordfish"
    let other = "another-" + "value"
    func leak(_ value: String) -> String {
      """
      {"type": "pw", "text": "found \(value) here", "code": "login(\(value))",
       "file": "conf/\(value).ini", "value": "\(value)", "link": "https://example.com/?q=\(value)"}
      """
    }
    let text = #"{"leaks": [\#(leak(value)), \#(leak(other)), \#(leak("REDACTED"))]}"#
    let reading = try read(text, try SampleMapping.leaks())
    #expect(reading.findings.count == 3)
    let dump = "\(reading)"
    #expect(!dump.contains(value) && !dump.contains(other))
    let keys = reading.findings.map(\.identity.key)
    #expect(Set(keys).count == 3)
    #expect(keys[0].contains(Fixture.digests(value)))
    #expect(keys[2] == Identity.secret(rule: "pw", digest: nil, at: Place(path: "")).key)
  }

  @Test func anyTextCanBeMarkedSecret() throws {
    var mapping = try SampleMapping.leaks()
    mapping.category = .sast
    mapping.fields[.resource] = .init(paths: [try SampleMapping.path("token")], isSecret: true)
    let token = "rather " + "private"
    let text = #"{"leaks": [{"type": "t", "token": "\#(token)", "text": "is \#(token)"}]}"#
    let reading = try read(text, mapping)
    #expect(reading.findings.first?.location.resource == Fixture.digests(token))
    #expect(reading.findings.first?.title == "is [masked]")
    #expect(!"\(reading)".contains(token))
  }

  @Test func identityStaysWhenEntriesMoveAndLinesAndSeveritiesChange() throws {
    func issues(_ lines: [Int], _ level: String) -> [String] {
      zip(["A1", "A2", "A3"], lines).map { rule, line in
        #"{"check": {"id": "\#(rule)"}, "line": \#(line), "level": "\#(level)"}"#
      }
    }
    for identity: [ReportMapping.Field] in [[], [.rule, .path]] {
      var mapping = try SampleMapping.json()
      mapping.identity = identity
      let before = issues([1, 2, 3], "low").joined(separator: ",")
      let after = issues([11, 12, 13], "P1").reversed().joined(separator: ",")
      let keys = try read(json(before), mapping).findings.map(\.identity.key)
      let later = try read(json(after), mapping).findings.map(\.identity.key)
      #expect(Set(keys).count == 3 && keys == later.reversed())
    }
  }

  @Test func repeatsAreOccurrences() throws {
    let issue = #"{"check": {"id": "A1"}, "line": 1}"#
    let reading = try read(json("\(issue), \(issue)"), try SampleMapping.json())
    #expect(reading.findings.map(\.occurrences) == [2])
  }
}
