import Testing

@testable import Dashboards

@Suite struct SlugTests {
  @Test func aPlainNameIsItsOwnFolder() {
    #expect(ProjectSlug.of("shop") == "shop")
    #expect(ProjectSlug.of("shop-api_2") == "shop-api_2")
  }

  @Test func noTwoNamesShareAFolderWhateverTheCase() {
    let names = HostileLedger.names + ["SHOP", "sHop", "a-b", "a_b", "", "~", "index.html"]
    let slugs = Set(names.map { ProjectSlug.of($0).lowercased() })
    #expect(slugs.count == names.count)
  }

  @Test func aHostileNameLeavesItsFolderInPlace() {
    for name in HostileLedger.names + ["", ".", "con/../..", "index.html"] {
      let slug = ProjectSlug.of(name)
      #expect(!slug.isEmpty && slug.utf8.count <= 80)
      #expect(slug.utf8.first != UInt8(ascii: "-") && slug.utf8.first != UInt8(ascii: "."))
      #expect(!slug.contains("/") && !slug.contains(".."))
    }
  }

  @Test func aFindingsAddressFollowsFromItsIdAlone() {
    let link = Permalink.link(to: "ab12cd34ef56gh78", root: "../../")
    #expect(link.address == "../../findings/ab.html#ab12cd34ef56gh78")
    #expect(Permalink.page(of: "../x") == "00.html")
    #expect(Permalink.page(of: "a") == "00.html")
  }
}
