internal import Findings
internal import Syntax

/// Checkmarx CxSAST: data flows from a source to a sink.
public enum Checkmarx: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "checkmarx",
    title: "Checkmarx CxSAST XML",
    provenOn: "CxSAST 8.6 to 9.4",
    produce:
      "runCxConsole Scan -ProjectName NAME -LocationType folder -LocationPath . -ReportXML checkmarx.xml",
    finding: """
      One result, that is one path. Identity: the query; place: the similarity id, the source's \
      path, code and line. Results marked as not exploitable are suppressed; fixed ones are none.
      """,
    outcome: "A report without a query is a complete scan without results.",
    precedence: 2
  )

  /// The root element.
  public static func recognises(_ report: Report) -> Bool {
    report.xml?.isNamed("CxXMLResults") ?? false
  }

  /// Each result of each query.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml else { throw ReadError(problem: "expected XML") }
    var reading = Reading(scanner: format.name, version: root["CheckmarxVersion"], category: .sast)
    for query in root.children("Query") {
      reading.collect(query.children("Result")) { result throws(SyntaxError) in
        if result["Status"] == "Fixed" { return nil }
        return try self.result(result, of: query).finding(report.digests)
      }
    }
    reading.testFingerprints()
    return reading
  }

  private static func result(
    _ result: XMLElement,
    of query: XMLElement
  ) throws(SyntaxError) -> CodeResult {
    let id = try query.requiredAttribute("name")
    let name = id.exchanging("_", for: " ")
    let path = result.child("Path")
    let nodes = path.children("PathNode")
    var code = CodeResult(
      Rule(id: id, name: name),
      Severity.usual(try result.requiredAttribute("Severity")),
      title: name,
      at: Location(
        path: result["FileName"]?.nonEmpty,
        line: result["Line"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil },
        column: result["Column"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
      )
    )
    if nodes.count > 1, let sink = nodes.last {
      let place = "\(sink.child("FileName").nonEmpty ?? "?"):\(sink.child("Line").nonEmpty ?? "?")"
      code.message = "Flows to `\(sink.child("Name").nonEmpty ?? "?")` in \(place)."
    }
    code.code = nodes.first?.child("Snippet").child("Line").child("Code").nonEmpty
    code.fingerprint = path["SimilarityId"]
    if let weakness = query["cweId"] { code.names.add(cwe: weakness) }
    for category in (query["categories"] ?? "").split(separator: ",") {
      let sides = category.split(separator: ";", maxSplits: 1)
      if sides.count == 2 { code.names.add(sides[1], of: sides[0]) }
    }
    if result["FalsePositive"]?.lowercased() == "true" {
      code.suppression = Suppression(justification: "marked as not exploitable")
    }
    return code
  }
}
