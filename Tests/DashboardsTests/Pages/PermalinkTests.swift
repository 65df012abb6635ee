import Templates
import Testing

@testable import Dashboards

@Suite struct PermalinkTests {
  @Test func aFindingsAddressFollowsFromItsIdAlone() {
    let link = Permalink.link(to: "ab12cd34ef56gh78", root: "../../")
    #expect(link.address == "../../findings/ab.html#ab12cd34ef56gh78")
    #expect(Permalink.page(of: "../x") == "00.html")
    #expect(Permalink.page(of: "a") == "00.html")
  }
}
