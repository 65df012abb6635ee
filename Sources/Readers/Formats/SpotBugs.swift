internal import Findings
internal import Syntax

/// SpotBugs, with Find Security Bugs and its other plug-ins: bugs in Java's byte code.
public enum SpotBugs: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "spotbugs",
    title: "SpotBugs XML",
    provenOn: "SpotBugs 4.4",
    produce: "spotbugs -textui -xml:withMessages -output spotbugs.xml build/classes",
    finding: """
      One bug instance. Identity: the bug pattern; place: SpotBugs' instance hash, source path, \
      class and method, line. Severity is the rank, as in SpotBugs' own SARIF: 1 to 9 high, 10 to \
      14 medium, 15 to 20 low; the priority is a confidence and counts only where no rank is given.
      """,
    outcome: "Partial when `Errors` counts classes that could not be analysed.",
    precedence: 3
  )

  /// A collection of bugs.
  public static func recognises(_ report: Report) -> Bool {
    report.xml?.isNamed("BugCollection") ?? false
  }

  /// Each bug instance.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml else { throw ReadError(problem: "expected XML") }
    var reading = Reading(scanner: format.name, version: root["version"], category: .sast)
    var patterns: [String: XMLElement] = [:]
    for pattern in root.children("BugPattern") { patterns[pattern["type"] ?? ""] = pattern }
    reading.collect(root.children("BugInstance")) { bug throws(SyntaxError) in
      let id = try bug.requiredAttribute("type")
      return try result(bug, id, patterns[id]).finding(report.digests)
    }
    if let errors = root.child("Errors")["errors"].flatMap({ Int($0) }), errors > 0 {
      reading.gaps.append("errors during the analysis: \(errors)")
    }
    reading.testFingerprints()
    return reading
  }

  private static func result(
    _ bug: XMLElement,
    _ id: String,
    _ pattern: XMLElement?
  ) throws(SyntaxError) -> CodeResult {
    let line = sourceLine(of: bug)
    var location = Location(
      path: line["sourcepath"] ?? line["sourcefile"],
      line: line["start"].flatMap { Int($0) },
      endLine: line["end"].flatMap { Int($0) }
    )
    let method = bug.child("Method")["name"]
    location.logical =
      [line["classname"] ?? bug.child("Class")["classname"], method]
      .compactMap { $0 }.joined(separator: ".").nonEmpty
    let name =
      pattern?.child("ShortDescription").nonEmpty ?? bug.child("ShortMessage").nonEmpty ?? id
    var result = CodeResult(
      Rule(
        id: id,
        name: name,
        description: MarkdownText.clean(html: pattern?.child("Details").nonEmpty)
      ),
      try severity(bug),
      title: bug.child("LongMessage").nonEmpty ?? name,
      at: location
    )
    result.fingerprint = bug["instanceHash"].map { "\($0):\(bug["instanceOccurrenceNum"] ?? "0")" }
    for weakness in [bug["cweid"], pattern?["cweid"]] {
      if let weakness { result.names.add(cwe: weakness) }
    }
    return result
  }

  /// The line of the bug itself, else that of its method or class.
  private static func sourceLine(of bug: XMLElement) -> XMLElement {
    let lines = bug.children("SourceLine")
    let own =
      lines.first { $0["primary"] == "true" } ?? lines.first { $0["role"] == nil } ?? lines.first
    let owners = [bug.child("Method"), bug.child("Field"), bug.child("Class")]
    return own ?? owners.map { $0.child("SourceLine") }.first { $0.exists }
      ?? bug.child("SourceLine")
  }

  private static func severity(_ bug: XMLElement) throws(SyntaxError) -> (Severity, word: String?) {
    if let rank = bug["rank"].flatMap({ Int($0) }) {
      return (rank < 10 ? .high : rank < 15 ? .medium : .low, "rank \(rank)")
    }
    let priority = try bug.requiredAttribute("priority")
    let severity: Severity? = ["1": .high, "2": .medium, "3": .low][priority]
    return (severity ?? .unknown, "priority \(priority)")
  }
}
