internal import Findings
internal import Syntax

/// SSL Labs: grades of a server's TLS, as its scanner's JSON has them.
public enum SSLLabs: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "ssl-labs",
    title: "SSL Labs JSON",
    provenOn: "ssllabs-scan 1.5 (API v3)",
    produce: "ssllabs-scan shop.example.com > ssl-labs.json",
    finding: """
      One problem of an endpoint: a known attack, a deprecated protocol, or a grade below A-. \
      Identity: problem, host, port. SSL Labs states no severity.
      """,
    outcome: "Failed when no endpoint was graded; partial when one was not.",
    precedence: 3
  )

  /// Hosts with their endpoints; an empty list by its name.
  public static func recognises(_ report: Report) -> Bool {
    if report.isEmptyList { return report.isNamed(format.name) }
    return report.json?.elements.prefix(20).contains {
      $0["endpoints"].kind != .missing && $0["criteriaVersion"].exists
    } ?? false
  }

  /// Each problem of each endpoint.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .dast)
    var graded = 0
    for host in root.elements {
      do {
        let name = try host.asObject().requiredString("host")
        let port = HostResult.port(host["port"].text, "tcp")
        for endpoint in try host.requiredArray("endpoints").elements {
          guard let grade = try endpoint.asObject().optionalString("grade") else {
            let words = endpoint["statusMessage"].string ?? "not graded"
            reading.gaps.append(MarkdownText.line("\(name): \(words)", limit: 200))
            continue
          }
          graded += 1
          if !["A+", "A", "A-"].contains(grade) {
            reading.findings.append(finding(ofGrade: grade, name, port))
          }
          for problem in problems(try endpoint.requiredObject("details")) {
            reading.findings.append(problem.finding(on: name, port: port))
          }
        }
      } catch {
        reading.skipped.add(ReadError(error))
      }
    }
    if graded == 0, reading.skipped.count == 0 { reading.failure = "no endpoint was graded" }
    return reading
  }

  private static func finding(ofGrade grade: String, _ host: String, _ port: String?) -> Finding {
    let rule = Rule(id: "grade", name: "Grade below A-")
    var result = HostResult(rule, (.unknown, "grade \(grade)"), on: host, port: port)
    result.title = "Graded \(grade)"
    return result.finding
  }

  /// The flags of API v3: truth values, or numbers of which 2 and above mean vulnerable.
  private static func problems(_ details: JSON) -> [TLSProblem] {
    var problems: [TLSProblem] = []
    let flags: [(String, TLSProblem)] = [
      ("heartbleed", .heartbleed), ("poodle", .poodle), ("freak", .freak), ("logjam", .logjam),
      ("drownVulnerable", .drown), ("vulnBeast", .beast),
    ]
    for (flag, problem) in flags where details[member: flag].bool == true {
      problems.append(problem)
    }
    let numbers: [(String, TLSProblem)] = [
      ("openSslCcs", .ccsInjection), ("ticketbleed", .ticketbleed), ("bleichenbacher", .robot),
      ("poodleTls", .poodle),
    ]
    for (number, problem) in numbers where details[member: number].int ?? 0 >= 2 {
      problems.append(problem)
    }
    let deprecated = ["SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1"]
    for offered in details["protocols"].elements {
      let version = "\(offered["name"].string ?? "") \(offered["version"].string ?? "")"
      if deprecated.contains(version) { problems.append(.deprecated(version)) }
    }
    return problems
  }
}
