internal import Findings
internal import Syntax

/// kube-score: checks of Kubernetes manifests.
public enum KubeScore: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "kube-score",
    title: "kube-score JSON",
    provenOn: "the layouts of kube-score 1.10 and 1.20",
    produce: "kube-score score --output-format json deploy/*.yaml > kube-score.json",
    finding: """
      One comment of a check that is not in order. Identity: check and object; place: path and the \
      comment. The grade critical is critical, warning and almost OK are medium and low.
      """,
    outcome: """
      Checks in order are counted as passed, skipped ones as muted. `[]` and `null` are complete \
      runs over no objects, if the file's name says kube-score.
      """,
    precedence: 3
  )

  /// A list of objects with their checks.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry {
      $0["object_name"].exists && $0["type_meta"].exists && $0["checks"].kind != .missing
    } || report.isEmptyList(of: format.name)
  }

  /// Each object's checks.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .iac)
    reading.forEach(report.entries) { reading, object throws(SyntaxError) in
      let place = try place(of: object)
      reading.forEach(try object.requiredArray("checks").elements) {
        reading,
        score throws(SyntaxError) in
        let check = try score.requiredObject("check")
        guard let grade = try score.optionalInt("grade") else {
          throw score.error("expected a grade")
        }
        if score["skipped"].bool == true {
          reading.checks.muted += 1
        } else if grade >= 10 {
          reading.checks.passed += 1
        } else {
          reading.findings += try findings(score, of: check, grade, at: place)
        }
      }
    }
    return reading
  }

  private static func place(of object: JSON) throws(SyntaxError) -> Location {
    let meta = try object.asObject().requiredObject("object_meta")
    var place = Location(
      path: try object.optionalString("file_name"),
      line: try object.optionalInt("file_row")
    )
    place.resource = WorkloadName.address(
      namespace: try meta.optionalString("namespace"),
      kind: try object.requiredObject("type_meta").optionalString("kind"),
      name: try meta.requiredString("name")
    )
    return place
  }

  private static func findings(
    _ score: JSON,
    of check: JSON,
    _ grade: Int,
    at place: Location
  ) throws(SyntaxError) -> [Finding] {
    let id = try check.requiredString("id")
    let name = check["name"].nonEmpty ?? id
    // Grades are 1, 5, 7 and 10.
    let (severity, word): (Severity, String) =
      switch grade {
      case ..<5: (.critical, "critical")
      case 5..<7: (.medium, "warning")
      default: (.low, "almost ok")
      }
    let comments = Array(try score.optionalArray("comments").elements)
    return (comments.isEmpty ? [score] : comments).map { comment in
      var location = place
      location.logical = comment["path"].nonEmpty
      let title = comment["summary"].nonEmpty ?? name
      return .check(
        Rule(
          id: id,
          name: name,
          description: check["comment"].string,
          references: Links.among(comment["documentation_url"])
        ),
        severity: word,
        meaning: severity,
        title: title,
        message: comment["description"].string,
        at: location,
        snippet: SnippetDigest.of(MarkdownText.line(title))
      )
    }
  }
}
