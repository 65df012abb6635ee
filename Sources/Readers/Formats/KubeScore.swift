internal import Findings
internal import Syntax

/// kube-score: checks of Kubernetes manifests.
public enum KubeScore: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "kube-score",
    title: "kube-score JSON",
    provenOn: "the layout of kube-score 1.10 to 1.20",
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
    for object in report.entries {
      do {
        try reading.add(object)
      } catch {
        reading.skipped.add(ReadError(error))
      }
    }
    return reading
  }

  fileprivate static func findings(
    _ score: JSON,
    at place: Location
  ) throws(SyntaxError) -> [Finding] {
    let check = try score.requiredObject("check")
    let id = try check.requiredString("id")
    guard let grade = try score.optionalInt("grade") else { throw score.error("expected a grade") }
    if score["skipped"].bool == true || grade >= 10 { return [] }
    // Grades are 1, 5, 7 and 10.
    let (severity, word): (Severity, String) =
      switch grade {
      case ..<5: (.critical, "critical")
      case 5..<7: (.medium, "warning")
      default: (.low, "almost ok")
      }
    let name = MarkdownText.line(check["name"].nonEmpty ?? id)
    let comments = Array(try score.optionalArray("comments").elements)
    return (comments.isEmpty ? [score] : comments).map { comment in
      let part = comment["path"].nonEmpty
      let texts = [comment["summary"].nonEmpty, comment["description"].nonEmpty]
      let title = MarkdownText.line(comment["summary"].nonEmpty ?? name)
      var location = place
      location.logical = part.map { MarkdownText.line($0) }
      return Finding(
        rule: Rule(
          id: id,
          name: name,
          description: MarkdownText.clean(check["comment"].string),
          references: Links.among(comment["documentation_url"])
        ),
        severity: severity,
        scannerSeverity: word,
        title: title,
        message: MarkdownText.clean(texts.compactMap { $0 }.dropFirst().joined(separator: "\n")),
        location: location,
        identity: .resource(
          rule: id,
          address: place.resource,
          at: Place(
            path: place.path ?? "",
            logical: location.logical,
            snippet: SnippetDigest.of(title)
          )
        )
      )
    }
  }
}

extension Reading {
  fileprivate mutating func add(_ object: JSON) throws(SyntaxError) {
    let meta = try object.asObject().requiredObject("object_meta")
    let name = try meta.requiredString("name")
    let path = try object.optionalString("file_name").flatMap { $0.isEmpty ? nil : $0 }
    var place = Location(
      path: path.map { MarkdownText.path(PathNormalisation.normalised($0)) },
      line: try object.optionalInt("file_row").flatMap { $0 > 0 ? $0 : nil }
    )
    place.resource = MarkdownText.line(
      WorkloadName.address(
        namespace: try meta.optionalString("namespace"),
        kind: try object.requiredObject("type_meta").optionalString("kind"),
        name: name
      )
    )
    for score in try object.requiredArray("checks").elements {
      do {
        findings += try KubeScore.findings(score, at: place)
        if score["skipped"].bool == true {
          checks.muted += 1
        } else if score["grade"].int ?? 0 >= 10 {
          checks.passed += 1
        }
      } catch {
        skipped.add(ReadError(error))
      }
    }
  }
}
