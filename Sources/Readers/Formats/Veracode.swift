internal import Findings
internal import Syntax

/// Veracode: flaws of static and dynamic scans, and vulnerable components.
public enum Veracode: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "veracode",
    title: "Veracode detailed report XML and findings JSON",
    provenOn: "Detailed report 1.5, Findings REST API v2",
    produce: """
      curl --fail "https://api.veracode.com/appsec/v2/applications/GUID/findings?size=500" \
      > veracode.json
      """,
    finding: """
      One flaw, or one vulnerability of one component. Identity: for static flaws CWE and \
      category, at the issue's number, path, function and line; for dynamic ones CWE, path and \
      parameter; for components advisory and component. Very high is critical, very low low. What \
      an approved mitigation covers is suppressed; closed flaws are none.
      """,
    outcome: "Partial when the JSON says that there are further pages.",
    precedence: 3
  )

  /// The detailed report's root, or a list of findings with their scan's type.
  public static func recognises(_ report: Report) -> Bool {
    if let root = report.json {
      let first = findings(of: root)[0]
      return first["scan_type"].exists && first["finding_status"].kind != .missing
        || root["_links"]["application"].exists && root["page"]["total_elements"].exists
    }
    return report.xml?.isNamed("detailedreport") ?? false
  }

  /// Each flaw and vulnerability.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .sast)
    do {
      if let root = report.json {
        try reading.add(root, report.digests)
      } else if let root = report.xml {
        try reading.add(root, report.digests)
      }
    } catch {
      throw ReadError(error)
    }
    reading.testFingerprints()
    return reading
  }

  fileprivate static func findings(of root: JSON) -> JSON {
    root["findings"].kind == .missing ? root["_embedded"]["findings"] : root["findings"]
  }
}

extension Reading {
  fileprivate mutating func add(_ root: JSON, _ digests: SecretDigest) throws(SyntaxError) {
    let list = Veracode.findings(of: root)
    // The API leaves `_embedded` out where there is nothing.
    let isEmpty = list.kind == .missing && root["page"]["total_elements"].int == 0
    let findings = isEmpty ? list : try list.asArray()
    collect(findings.elements) { entry throws(SyntaxError) in
      try VeracodeFinding.finding(entry, digests)
    }
    let page = root["page"]
    if let total = page["total_elements"].int, total > findings.count {
      gaps.append("\(findings.count) of \(total) findings are in the report")
    }
  }

  fileprivate mutating func add(_ root: XMLElement, _ digests: SecretDigest) throws(SyntaxError) {
    for category in root.children("severity").flatMap({ $0.children("category") }) {
      for cwe in category.children("cwe") {
        for kind in ["staticflaws", "dynamicflaws", "manualflaws"] as [StaticString] {
          collect(cwe.child(kind).children("flaw")) { flaw throws(SyntaxError) in
            try VeracodeFlaw(flaw, in: category).finding(digests)
          }
        }
      }
    }
    let analysis = root.child("software_composition_analysis")
    for component in analysis.child("vulnerable_components").children("component") {
      let vulnerabilities = component.child("vulnerabilities").children("vulnerability")
      collect(vulnerabilities) { entry throws(SyntaxError) in
        try VeracodeFlaw.finding(entry, in: component)
      }
    }
  }
}
