import Actions
import Findings
import Reconciliation
import Testing

@Suite struct GroupingTests {
  private func entry(_ change: (inout Location) -> Void) -> Entry {
    var location = Location()
    change(&location)
    return Entry(
      id: "abcdefgh12345678",
      stream: Stream(project: "shop", category: .container, scanner: "trivy", target: "web"),
      finding: Finding(
        rule: Rule(id: "CVE-2021-23337", name: "Command injection"),
        severity: .high,
        title: "Command injection",
        location: location,
        identity: Identity(["x"], at: Place(path: "p"))
      ),
      firstSeen: Instant(seconds: 0)
    )
  }

  @Test(arguments: [
    ("registry.example:5000/shop/web:1.2", "registry.example:5000/shop/web"),
    ("shop/web@sha256:0123", "shop/web"),
    ("registry.example:5000/web", "registry.example:5000/web"),
    ("web:1.2@sha256:0123", "web"),
  ])
  func anImageIsOneWhateverItsTag(image: String, repository: String) {
    #expect(Grouping.image.subject(of: entry { $0.image = image }) == "image/\(repository)")
  }

  @Test func aPackageIsOneWhateverItsVersion() {
    let one = entry {
      $0.package = Package(ecosystem: "npm", name: "lodash", version: "4.17.15", fixedIn: nil)
    }
    let other = entry {
      $0.package = Package(ecosystem: "npm", name: "lodash", version: "4.17.20", fixedIn: nil)
    }
    #expect(Grouping.package.subject(of: one) == "package/npm/lodash")
    #expect(Grouping.package.subject(of: one) == Grouping.package.subject(of: other))
  }

  @Test func whatLacksItsGroupStandsAlone() {
    #expect(Grouping.package.subject(of: entry { _ in }) == "finding/abcdefgh12345678")
    #expect(Grouping.image.subject(of: entry { $0.image = "" }) == "finding/abcdefgh12345678")
  }

  @Test(arguments: Grouping.allCases)
  func aSubjectTellsItsGrouping(grouping: Grouping) {
    let entry = entry {
      $0.image = "web"
      $0.account = "123456789012"
      $0.package = Package(ecosystem: "npm", name: "a/b", version: nil, fixedIn: nil)
    }
    #expect(Grouping(of: grouping.subject(of: entry)) == grouping)
  }
}
