internal import Findings
internal import Syntax

/// SonarQube: issues and security hotspots, from its web API or as sonar-report prints them.
public enum SonarQube: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "sonarqube",
    title: "SonarQube issues and hotspots JSON",
    provenOn: "SonarQube 9 and 10 (api/issues/search, api/hotspots/search), sonar-report 3",
    produce: """
      curl -H "Authorization: Bearer $SONAR_TOKEN" \
      "$SONAR_HOST_URL/api/issues/search?componentKeys=KEY&ps=500" > sonarqube.json
      """,
    finding: """
      One issue or hotspot of any type. Identity: the rule; place: SonarQube's key, path, line. \
      Blocker is critical, critical high, major medium, minor low. What was marked as accepted, \
      safe or a false positive is suppressed; what is fixed or closed is none.
      """,
    outcome: "Partial when the report says that there are further pages.",
    precedence: 3
  )

  /// A page of issues or hotspots, or sonar-report's project with its rules.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["issues"].exists || root["hotspots"].exists else {
      return false
    }
    return root["paging"]["pageIndex"].exists || root["sonarBaseURL"].exists
      || root["hotspotKeys"].isArray
  }

  /// Each issue and hotspot.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    var issues = SonarIssues(root)
    do {
      let list = try root.strictArray("issues").elements
      let hotspots = try root.strictArray("hotspots").elements
      for entries in [list, hotspots] {
        reading.collect(entries) { entry throws(SyntaxError) in
          try issues.result(entry)?.finding(report.digests)
        }
      }
      let shown = list.count { _ in true } + hotspots.count { _ in true }
      let total = root["paging"]["total"].int ?? root["total"].int ?? shown
      if total > shown { reading.gaps.append("\(shown) of \(total) entries are in the report") }
    } catch {
      throw ReadError(error)
    }
    reading.testFingerprints()
    return reading
  }
}
