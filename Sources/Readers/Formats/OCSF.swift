internal import Findings
internal import Syntax

/// Findings of any product in the Open Cybersecurity Schema Framework; Prowler's have a reader.
public enum OCSF: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "ocsf",
    title: "OCSF findings",
    provenOn: "no real report yet, but for Prowler's; made after classes 2001 to 2004, 1.0 to 1.5",
    produce: "any product that writes OCSF, such as Security Hub's v2 findings or Security Lake",
    finding: """
      One vulnerability of one package, one failed compliance check or one detection of a resource. \
      Identity: advisory or rule, account, region and resource, with the package. Suppressed ones are \
      kept, resolved and closed ones are none.
      """,
    outcome: "Passed compliance checks are counted.",
    precedence: 1
  )

  /// Events of the findings' classes, if they are not Prowler's.
  public static func recognises(_ report: Report) -> Bool {
    report.entries.prefix(20).contains {
      (2001...2004).contains($0["class_uid"].int ?? 0) && $0["metadata"].isObject
        && !$0["metadata"]["product"]["name"].equals("Prowler")
    }
  }

  /// Each event that tells of something open.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .cloud)
    let products = report.entries.lazy.map { $0["metadata"]["product"] }
    if let product = products.first(where: { $0["name"].string != nil }) {
      reading.scanner = ScannerCategories.canonical(product["name"].string ?? format.name)
      reading.scannerVersion = product["version"].nonEmpty
    }
    reading.forEach(report.entries) { reading, entry throws(SyntaxError) in
      let event = try OCSFEvent(entry)
      if event.isPassed {
        reading.checks.passed += 1
        return
      }
      if event.isClosed { return }
      if entry["vulnerabilities"].kind == .missing {
        return reading.findings.append(event.finding)
      }
      let records = try entry.requiredArray("vulnerabilities")
      if records.count == 0 { throw entry.error("expected vulnerabilities") }
      reading.forEach(records.elements) { reading, record throws(SyntaxError) in
        reading.findings += try event.findings(of: record)
      }
    }
    return reading
  }
}
