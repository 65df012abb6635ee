internal import Findings
internal import Syntax

/// zizmor: audits of GitHub Actions workflows and actions.
public enum Zizmor: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "zizmor",
    title: "zizmor JSON",
    provenOn: "zizmor 1.32; the layout of 1.0",
    produce: "zizmor --no-exit-codes --format json . > zizmor.json",
    finding: """
      One finding at its primary location. Identity: audit; place: path, the quoted lines, the way \
      through the workflow, line. Ignored findings are suppressed.
      """,
    outcome: "`[]` is a complete scan without findings, if the file's name says zizmor.",
    precedence: 3
  )

  /// A list of findings with their determinations.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry {
      $0["ident"].exists && $0["determinations"].exists && $0["locations"].kind != .missing
    } || report.isEmptyList(of: format.name)
  }

  /// Each finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .sast)
    reading.collect(report.entries) { entry throws(SyntaxError) in
      try finding(entry, report.digests)
    }
    return reading
  }

  private static func finding(
    _ entry: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let id = try entry.requiredString("ident")
    let text = MarkdownText.line(try entry.requiredString("desc"))
    let determinations = try entry.requiredObject("determinations")
    let severity = try determinations.requiredString("severity")
    let locations = try entry.requiredArray("locations").elements
    let primary = locations.first { $0["symbolic"]["kind"].equals("Primary") }
    guard let place = primary ?? locations.first(where: { _ in true }) else {
      throw entry.error("expected a location")
    }
    let symbolic = try place.requiredObject("symbolic")
    let path = PathNormalisation.normalised(try path(of: symbolic))
    let span = place["concrete"]["location"]
    let steps = symbolic["route"]["route"].elements.compactMap {
      $0["Key"].text ?? $0["Index"].text
    }
    var location = Location(
      path: MarkdownText.path(path),
      line: try span["start_point"].optionalInt("row").map { $0 + 1 },
      endLine: try span["end_point"].optionalInt("row").map { $0 + 1 },
      column: try span["start_point"].optionalInt("column").map { $0 + 1 }
    )
    location.logical = steps.isEmpty ? nil : MarkdownText.line(steps.joined(separator: "."))
    return Finding(
      rule: Rule(id: id, name: text, references: Links.among(entry["url"])),
      severity: Severity(word: severity),
      scannerSeverity: severity,
      title: text,
      message: MarkdownText.clean(symbolic["annotation"].string),
      location: location,
      identity: .code(
        rule: id,
        at: Place(
          path: path,
          line: location.line,
          logical: location.logical,
          // The workflow's own lines, which may hold credentials.
          snippet: place["concrete"]["feature"].string.flatMap {
            SnippetDigest.of($0, keyedBy: digests)
          }
        )
      ),
      suppression: entry["ignored"].bool == true ? Suppression() : nil
    )
  }

  /// The path of a local file, as given in one version or another, or of one in a repository.
  private static func path(of symbolic: JSON) throws(SyntaxError) -> String {
    let key = try symbolic.requiredObject("key")
    let local = key["Local"]
    let known = [local["verbatim_path"], local["given_path"], key["Remote"]["path"]]
    guard let path = known.compactMap({ $0.nonEmpty }).first else {
      throw key.error("expected a local or remote path")
    }
    return path
  }
}
