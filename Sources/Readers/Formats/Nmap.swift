internal import Findings
internal import Syntax

/// Nmap: open ports, and what its vulnerability scripts found.
public enum Nmap: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "nmap",
    title: "Nmap XML",
    provenOn: "Nmap 6.40 and 7.93",
    produce: "nmap -sV --script vulners,vuln -oX nmap.xml shop.example.com",
    finding: """
      One open port, and one vulnerability of `vulners` or of a script that uses Nmap's library for \
      vulnerabilities. Identity: port or vulnerability, host, port. An open port is info; severity \
      of vulnerabilities is their CVSS score's. Other scripts' output is not read.
      """,
    outcome: "Failed when the run ended with an error, partial when it did not end.",
    precedence: 2
  )

  /// The root element.
  public static func recognises(_ report: Report) -> Bool {
    report.xml.map { $0.isNamed("nmaprun") && $0["scanner"] == "nmap" } ?? false
  }

  /// Each open port and vulnerability of each host.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml else { throw ReadError(problem: "expected XML") }
    var reading = Reading(scanner: format.name, version: root["version"], category: .dast)
    for host in root.children("host") {
      let name = name(of: host)
      for port in host.child("ports").children("port")
      where port.child("state")["state"] == "open" {
        reading.collect([port]) { port throws(SyntaxError) in try openPort(port, on: name).finding }
        for script in port.children("script") {
          reading.add(script, on: name, port: HostResult.port(port["portid"], port["protocol"]))
        }
      }
      for script in host.child("hostscript").children("script") {
        reading.add(script, on: name, port: nil)
      }
    }
    let end = root.child("runstats").child("finished")
    if end["exit"] == "error" {
      reading.failure = MarkdownText.line(end["errormsg"] ?? "the run failed", limit: 200)
    } else if !end.exists {
      reading.gaps.append("the run did not end")
    }
    return reading
  }

  /// The name the host was asked for by, else the one it calls itself, else its address.
  private static func name(of host: XMLElement) -> String {
    let names = host.child("hostnames").children("hostname")
    let name = names.first { $0["type"] == "user" }?["name"] ?? names.first?["name"]
    return name ?? host.child("address")["addr"] ?? ""
  }

  private static func openPort(_ port: XMLElement, on host: String) throws(SyntaxError)
    -> HostResult
  {
    let number = try port.requiredAttribute("portid")
    guard let address = HostResult.port(number, port["protocol"]) else {
      throw port.error("expected a port's number")
    }
    let service = port.child("service")
    let name = service["name"].map { " (\($0))" } ?? ""
    let rule = Rule(id: "open-port", name: "Open port")
    var result = HostResult(rule, (.info, nil), on: host, port: address)
    result.title = "Port \(address) is open\(name)"
    let product = [service["product"], service["version"]].compactMap { $0 }.joined(separator: " ")
    result.message = product.nonEmpty
    return result
  }
}

extension Reading {
  /// Adds what a script lists in tables: entries of `vulners`, or of Nmap's library.
  fileprivate mutating func add(_ script: XMLElement, on host: String, port: String?) {
    for table in script.children("table") {
      let entries = table.children("table")
      if script["id"] == "vulners" {
        for entry in entries.map(NmapTable.init) {
          guard let id = entry["id"], let score = entry["cvss"].flatMap({ Double($0) }) else {
            continue
          }
          var result = HostResult(
            Rule(id: id),
            (Severity(score: score), "\(score)"),
            on: host,
            port: port
          )
          result.names.add(id)
          result.ratings.add(score: score, vector: nil)
          result.title = "\(id) in \(table["key"] ?? "a service")"
          findings.append(result.finding)
        }
      } else if let state = NmapTable(table)["state"], !state.hasPrefix("NOT VULNERABLE") {
        let entry = NmapTable(table)
        let id = table["key"] ?? script["id"] ?? "script"
        let rule = Rule(id: id, name: entry["title"] ?? id, references: entry.list("refs"))
        var result = HostResult(rule, Severity.usual(entry["risk_factor"]), on: host, port: port)
        result.message = "State: \(state.lowercased())"
        for name in entry.list("ids") { result.names.add(mentionedIn: name) }
        findings.append(result.finding)
      }
    }
  }
}
