import Foundation
import TestSupport
import Testing

@Suite struct FormatsPageTests {
  @Test func thePageAboutFormatsIsTheOneThatTheProgramWrites() throws {
    let run = try Workspace().vigil("formats", "--markdown")
    #expect(run.code == 0 && run.errors.isEmpty)
    let page = Checkout.root.appendingPathComponent("site/formats.md")
    let isCurrent = try Array(Data(contentsOf: page)) == run.output
    #expect(isCurrent, "run `make formats`")
  }
}
