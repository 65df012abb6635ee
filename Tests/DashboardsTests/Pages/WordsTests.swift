import Findings
import Reconciliation
import Templates
import Testing

@testable import Dashboards

@Suite struct WordsTests {
  private func counts(_ pairs: [Severity: Int]) -> SeverityCounts {
    pairs.reduce(into: SeverityCounts()) { $0[$1.key] = $1.value }
  }

  @Test func theGradeIsThatOfTheWorstOpenFinding() {
    #expect(Grade(counts([:])) == .a)
    #expect(Grade(counts([.low: 1, .info: 9])) == .b)
    #expect(Grade(counts([.info: 1])) == .b)
    #expect(Grade(counts([.medium: 1, .low: 3])) == .c)
    #expect(Grade(counts([.high: 1])) == .d)
    #expect(Grade(counts([.low: 5, .unknown: 1])) == .d)
    #expect(Grade(counts([.critical: 1, .unknown: 1])) == .f)
  }

  @Test func theGradeSaysWhy() {
    func reason(_ pairs: [Severity: Int]) -> String { Grade(counts(pairs)).reason(counts(pairs)) }
    #expect(reason([:]) == "none open")
    #expect(reason([.low: 2, .info: 1]) == "2 low and 1 info")
    #expect(reason([.high: 2, .unknown: 1, .low: 4]) == "2 high and 1 of unknown severity")
    #expect(reason([.critical: 3, .high: 2]) == "3 critical")
  }

  @Test func versionsAreComparedNumberByNumber() {
    #expect(Version.newest("2.12.2, 2.15.0, 2.3.1") == "2.15.0")
    #expect(Version.newest("1.10.0 1.9.9") == "1.10.0")
    #expect(Version.newest("") == nil)
    #expect(Version.isOlder("1.2", than: "1.2.1"))
    #expect(Version.isOlder("7.61.1-30", than: "7.61.1-34"))
    #expect(!Version.isOlder("10", than: "9"))
    #expect(!Version.isOlder("99999999999999999999", than: "5"))
  }

  @Test func aPlaceIsOneLineWhateverKindItIs() {
    var dependency = Location(path: "package-lock.json")
    dependency.package = Package(ecosystem: "npm", name: "lodash", version: "4.17.15")
    #expect(dependency.words == "lodash 4.17.15 in package-lock.json")
    var request = Location()
    request.url = "https://shop.example/login"
    request.method = "POST"
    request.parameter = "next"
    #expect(request.words == "POST https://shop.example/login, parameter next")
    var resource = Location(path: "main.tf", line: 4)
    resource.resource = "aws_s3_bucket.logs"
    #expect(resource.words == "aws_s3_bucket.logs in main.tf:4")
    #expect(Location(path: "src/app.py", line: 12).words == "src/app.py:12")
    #expect(Location().words == "")
  }

  @Test func identifiersLeadToWhoeverKeepsTheList() {
    func page(_ kind: Identifier.Kind, _ value: String) -> String? {
      Identifier(kind: kind, value: value).page?.address
    }
    #expect(page(.cve, "CVE-2021-44228") == "https://nvd.nist.gov/vuln/detail/CVE-2021-44228")
    #expect(page(.cwe, "CWE-79") == "https://cwe.mitre.org/data/definitions/79.html")
    #expect(page(.ghsa, "GHSA-a-b-c") == "https://github.com/advisories/GHSA-a-b-c")
    #expect(page(.cis, "2.1.1") == nil)
  }

  @Test func theMedianAgeIsThatOfHalfTheFindings() {
    let now = Instant(seconds: 100 * 86_400)
    let entries = [1, 3, 40].map { age in
      var entry = Entry(
        id: "id\(age)",
        stream: Stream(project: "shop", category: .sast, scanner: "s"),
        finding: SampleLedger.finding("text", number: 1),
        firstSeen: Instant(seconds: Int64(100 - age) * 86_400)
      )
      entry.state = .open
      return entry
    }
    let ages = Ages(entries)
    #expect(ages.median(at: now) == 3)
    #expect(ages.median(.high, at: now) == 3)
    #expect(ages.median(.critical, at: now) == nil)
    #expect(Ages.combined([Ages([]), Ages(Array(entries.prefix(2)))]).median(at: now) == 1)
    #expect(ages.oldest == Instant(seconds: 60 * 86_400))
  }

  @Test func momentsReadAsDates() {
    let moment = Instant(seconds: 1_795_000_000)
    #expect(moment.inWords == "18 Nov 2026, 11:06 UTC")
    #expect(moment.dayAndMonth == "18 Nov")
    #expect(moment.fileName == "20261118T110640Z")
  }
}
