import Findings
import Pipeline
import Testing

@Suite struct CollectionTests {
  private func collect(
    _ keys: [String],
    _ layout: String = Layout.standardPattern,
    branches: Set<String> = [],
    ignoring: [String] = []
  ) throws -> CollectedArtifacts {
    let objects = keys.map {
      Artifact(key: $0, size: 1, version: "1", modified: Instant(seconds: 0))
    }
    return CollectedArtifacts(
      Listing(objects: objects),
      layouts: [try Layout(layout)],
      branches: branches,
      ignoring: ignoring,
      place: { "bucket/\($0)" }
    )
  }

  private func keys(_ collected: CollectedArtifacts) -> [String] {
    collected.projects.values.joined().map(\.artifact.key).sorted()
  }

  @Test func onlyTheNewestRunOfAStreamCounts() throws {
    let collected = try collect(
      [
        "shop/99/bandit/a.json", "shop/100/bandit/a.json", "shop/100/bandit/b.json",
        "shop/99/trivy/a.json",
      ],
      "{project}/{run}/{scanner}/{file}"
    )
    let expected = ["shop/100/bandit/a.json", "shop/100/bandit/b.json", "shop/99/trivy/a.json"]
    #expect(keys(collected) == expected)
  }

  @Test func datesComeBeforeRuns() throws {
    let collected = try collect(
      ["shop/2026-11-24/7/x.json", "shop/2026-11-24/8/x.json", "shop/2026-11-23/9/x.json"],
      "{project}/{date}/{run}/{file}"
    )
    #expect(keys(collected) == ["shop/2026-11-24/8/x.json"])
  }

  @Test func aKeyThatDoesNotFitIsNamed() throws {
    let collected = try collect(["stray.json", "shop/sast/bandit/a.json"])
    #expect(collected.problems.map(\.file) == ["bucket/stray.json"])
    #expect(keys(collected) == ["shop/sast/bandit/a.json"])
  }

  @Test func whatIsIgnoredIsNoProblem() throws {
    let collected = try collect(
      ["stray.json", "shop/sast/bandit/README.md", "shop/sast/bandit/a.json"],
      ignoring: ["stray*", "*/README.md"]
    )
    #expect(collected.problems.isEmpty && keys(collected) == ["shop/sast/bandit/a.json"])
  }

  @Test func otherBranchesDoNotCount() throws {
    let layout = "{project}/{branch}/{scanner}/{file}"
    let all = ["shop/main/bandit/a.json", "shop/wip/bandit/a.json"]
    let one = try collect(all, layout, branches: ["main"])
    #expect(keys(one) == ["shop/main/bandit/a.json"])
    #expect(one.projects["shop"]?.first?.placement.branch == nil)
    #expect(keys(try collect(all, layout)) == all)
  }

  @Test func filesForPeopleBesideAReportAreLeftAlone() throws {
    let collected = try collect([
      "shop/dast/zap/report.html", "shop/dast/zap/report.json", "shop/sast/odd/report.html",
    ])
    #expect(keys(collected) == ["shop/dast/zap/report.json", "shop/sast/odd/report.html"])
  }
}
