import Findings
import Syntax
import Testing

@testable import Readers

@Suite struct CVSSVectorTests {
  /// Vectors and scores as FIRST publishes them in the examples of CVSS 3.1 and the guide of CVSS 2.
  @Test(arguments: [
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 6.1),
    ("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 6.4),
    ("CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", 3.1),
    ("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H", 9.9),
    ("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", 7.5),
    ("CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", 7.8),
    ("CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0.0),
    ("AV:N/AC:L/Au:N/C:N/I:N/A:C", 7.8), ("AV:N/AC:L/Au:N/C:C/I:C/A:C", 10.0),
    ("CVSS:2.0/AV:L/AC:H/Au:N/C:C/I:C/A:C", 6.2), ("AV:N/AC:L/Au:N/C:N/I:N/A:N", 0.0),
  ])
  func theScoreIsTheOneThatFIRSTPublishes(vector: String, score: Double) {
    #expect(CVSSVector.score(of: vector) == score)
  }

  @Test(arguments: [
    "", "CVSS:3.1/AV:N", "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", "AV:N/AC:L/Au:N/C:P",
  ])
  func aVectorThatIsNotWholeHasNoScore(vector: String) {
    #expect(CVSSVector.score(of: vector) == nil)
  }
}

@Suite struct PackageNamesTests {
  @Test(arguments: [
    ("Debian:12", "deb"), ("rhel:8", "rpm"), ("PyPI", "pypi"), ("crates.io", "cargo"),
    ("MAVEN", "maven"), ("java-archive", "maven"), ("NODE_PACKAGED_MODULE", "npm"),
    ("Go", "golang"),
    ("sles:15.3", "rpm"), ("os", ""), ("", ""), ("Unheard-of", "unheard-of"),
  ])
  func scannersWordsForEcosystemsAreOne(word: String, type: String) {
    #expect(PackageEcosystem.type(of: word) == type)
  }

  @Test func aSystemsPackageHasNoDistributionInItsName() {
    #expect(Package(url: "pkg:deb/debian/openssl@3.0.11-1?arch=amd64")?.name == "openssl")
    #expect(Package(url: "pkg:maven/org.slf4j/slf4j-api@2")?.name == "org.slf4j/slf4j-api")
    #expect(Package(url: "openssl") == nil)
  }

  @Test(arguments: [
    ("npm://ip:2.0.0", "npm", "ip", "2.0.0"),
    ("deb://debian:stretch:libx11:2:1.6.4-3", "deb", "libx11", "2:1.6.4-3"),
    ("rpm://7:expat:17:2.1.0-10.el7_3", "rpm", "expat", "17:2.1.0-10.el7_3"),
    ("gav://org.yaml:snakeyaml:1.16", "gav", "org.yaml:snakeyaml", "1.16"),
    ("alpine://3.12:libssl1.1:1.1.1k-r0", "alpine", "libssl1.1", "1.1.1k-r0"),
    ("pip", "", "pip", nil),
  ])
  func xraysComponentsAreTakenApart(text: String, type: String, name: String, version: String?) {
    let component = XrayComponent(text)
    #expect(component.type == type)
    #expect(component.name == name)
    #expect(component.version == version)
  }
}

@Suite struct AssignedReportTests {
  private func parse(_ text: String) throws(ReadError) -> Report {
    try Report(parsing: Array(text.utf8), name: "report.js", digests: Fixture.digests)
  }

  @Test(arguments: ["results =\n{\"a\": 1}\n", "x={\"a\": 1}", "a_b = {\"a\": 1}"])
  func aValueThatAScriptAssignsIsRead(text: String) throws {
    #expect(try parse(text).json?["a"].int == 1)
  }

  @Test(arguments: ["x == {}", "= {\"a\": 1}", "x = 7", "key = value"])
  func whatAssignsNoObjectIsText(text: String) throws {
    #expect(try parse(text).json == nil)
  }

  @Test func anAssignedValueThatIsCutOffIsAnError() {
    #expect(throws: ReadError.self) { try parse("results =\n{\"a\": [1,") }
  }
}
