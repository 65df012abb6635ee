import Findings
import Pipeline
import Testing

@Suite struct LayoutTests {
  @Test func theStandardLayoutNamesProjectCategoryAndScanner() throws {
    let layout = try Layout(Layout.standardPattern)
    let placement = try #require(layout.placement(of: "shop/sca/trivy/deep/down/report.json"))
    #expect(placement.project == "shop")
    #expect(placement.category == .dependency)
    #expect(placement.scanner == "trivy")
    #expect(placement.slot == "shop/sca/trivy/deep/down/report.json")
    #expect(layout.placement(of: "shop/sast/report.json") == nil)
    #expect(layout.placement(of: "shop//bandit/report.json") == nil)
    #expect(layout.placement(of: "") == nil)
  }

  @Test func fieldsMayShareAFolderAndStandInAnyOrder() throws {
    let layout = try Layout("{date}/{project}/{scanner}-{target}.json")
    let placement = try #require(layout.placement(of: "2026-11-24/shop/trivy-web-1.json"))
    #expect(placement.scanner == "trivy" && placement.target == "web-1")
    #expect(placement.date == "2026-11-24" && placement.slot == "*/shop/trivy-web-1.json")
    #expect(layout.placement(of: "2026-11-24/shop/trivy.json") == nil)
    #expect(layout.placement(of: "2026-11-24/shop/trivy-web.json/x") == nil)
  }

  @Test func theSlotForgetsRunAndDate() throws {
    let layout = try Layout("{project}/{branch}/{run}/{scanner}/{file}")
    let old = try #require(layout.placement(of: "shop/main/99/bandit/a.json"))
    let new = try #require(layout.placement(of: "shop/main/100/bandit/a.json"))
    #expect(old.slot == new.slot && old.run == "99" && new.run == "100")
  }

  @Test(arguments: [
    ("{project}/{categroy}/{file}", "{categroy} is not a field of a layout"),
    ("{category}/{file}", "the layout does not say where the project stands"),
    ("{project}{scanner}/{file}", "nothing stands between {project} and {scanner}"),
    ("{project}/{project}/{file}", "{project} stands there twice"),
    ("{project}/{file", "a { has no }"),
  ])
  func whatMakesNoSenseIsRefused(pattern: String, sentence: String) {
    let problem = #expect(throws: Problem.self) { try Layout(pattern) }
    #expect(problem?.problem == sentence)
  }

  @Test func aMisspeltFieldGetsASuggestion() {
    let problem = #expect(throws: Problem.self) { try Layout("{projcet}/{file}") }
    #expect(problem?.hint == "did you mean {project}?")
  }
}
