internal import Findings
internal import Syntax

/// SSLyze: TLS of servers.
public enum SSLyze: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "sslyze",
    title: "SSLyze JSON and XML",
    provenOn: "SSLyze 2.0 (XML), 3, 5 and 6 (JSON)",
    produce: "sslyze --json_out sslyze.json shop.example.com",
    finding: """
      One problem of a server: Heartbleed, CCS injection, ROBOT, renegotiation, compression, \
      missing fallback signal, deprecated protocol, weak cipher suites, certificate. Identity: \
      problem, host, port. SSLyze states no severity.
      """,
    outcome: "Failed when no server could be reached; partial when one, or a test, was not.",
    precedence: 3
  )

  /// Results by server.
  public static func recognises(_ report: Report) -> Bool {
    if let root = report.json { return root["server_scan_results"].kind != .missing }
    return report.xml?["SSLyzeVersion"] != nil
  }

  /// Each problem of each server.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dast)
    do {
      if let root = report.json {
        reading.scannerVersion = root["sslyze_version"].nonEmpty
        try reading.add(root)
      } else if let root = report.xml {
        reading.scannerVersion = root["SSLyzeVersion"]
        reading.add(root)
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }
}

extension Reading {
  fileprivate mutating func add(_ root: JSON) throws(SyntaxError) {
    let results = try root.requiredArray("server_scan_results")
    var reached = 0
    for result in results.elements {
      do {
        let server = try SSLyzeServer(result)
        if let problem = server.unreached {
          gaps.append(problem)
        } else {
          reached += 1
          findings += server.findings
          gaps += server.failedTests
        }
      } catch {
        skipped.add(ReadError(error))
      }
    }
    for error in root["server_connectivity_errors"].elements {
      let server = error["server_info"]["server_location"]["hostname"].string ?? "a server"
      gaps.append(MarkdownText.line("\(server) could not be reached", limit: 200))
    }
    if reached == 0, skipped.count == 0 { failure = "no server was reached" }
  }

  fileprivate mutating func add(_ root: XMLElement) {
    let servers = root.child("results").children("target")
    for server in servers {
      guard let host = server["host"] else {
        skipped.add(ReadError(server.error("expected the attribute host, found none")))
        continue
      }
      let port = HostResult.port(server["port"], "tcp")
      for problem in SSLyzeServer.problems(of: server) {
        findings.append(problem.finding(on: host, port: port))
      }
    }
    for target in root.child("invalidTargets").children {
      gaps.append(
        MarkdownText.line("\(target.nonEmpty ?? "a server") could not be reached", limit: 200)
      )
    }
    if servers.isEmpty { failure = "no server was reached" }
  }
}
