internal import Findings
internal import Syntax

/// Prowler: audits of cloud accounts and clusters, in every format of its versions 2 to 5.
public enum Prowler: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "prowler",
    title: "Prowler OCSF JSON, JSON and CSV",
    provenOn: "Prowler 2 (CSV, JSON Lines), 3 and 4 (JSON, CSV), 4 and 5 (OCSF JSON, CSV)",
    produce: "prowler aws --output-formats json-ocsf csv --output-filename prowler",
    finding: """
      One failed check of one resource. Identity: check, account, region and resource; for \
      Kubernetes check, cluster and object. Muted findings are suppressed.
      """,
    outcome:
      "Passed checks and those left to a human are counted. An empty list is known by its name.",
    precedence: 3
  )

  /// The columns and members that only Prowler's reports have together.
  public static func recognises(_ report: Report) -> Bool {
    if let table = report.csv {
      return ["CHECK_ID", "STATUS", "STATUS_EXTENDED"].allSatisfy(table.has)
        || ["TITLE_ID", "CHECK_RESULT", "CHECK_RESULT_EXTENDED"].allSatisfy(table.has)
    }
    let entries = entries(of: report)
    if entries.prefix(20).contains(where: isCheck) { return true }
    guard report.json?.isArray == true, entries.isEmpty else { return false }
    return report.isNamed(format.name)
  }

  /// Each failed check; the others are counted.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .cloud)
    var targets: Set<String> = []
    func add(_ check: () throws(SyntaxError) -> ProwlerCheck) {
      do throws(SyntaxError) {
        let check = try check()
        if check.provider == "kubernetes" { reading.category = .kubernetes }
        targets.insert(check.account)
        reading.scannerVersion = reading.scannerVersion ?? check.version
        reading.add(check)
      } catch {
        reading.skipped.add(ReadError(error))
      }
    }
    if let table = report.csv {
      for row in table.rows { add { () throws(SyntaxError) in try ProwlerCheck(row.get()) } }
    } else {
      for entry in entries(of: report) { add { () throws(SyntaxError) in try ProwlerCheck(entry) } }
    }
    if targets.count == 1, let target = targets.first, !target.isEmpty { reading.target = target }
    return reading
  }

  private static func entries(of report: Report) -> [JSON] {
    guard let root = report.json else { return report.lines ?? [] }
    return root.isObject ? [root] : Array(root.elements)
  }

  private static func isCheck(_ entry: JSON) -> Bool {
    let product = entry["metadata"]["product"]
    return product["name"].equals("Prowler") && entry["finding_info"].exists
      || entry["CheckID"].string != nil && entry["StatusExtended"].exists
      || entry["Control ID"].string != nil && entry["Account Number"].string != nil
  }
}

extension Reading {
  /// Counts a check by its status, and adds it if it failed.
  fileprivate mutating func add(_ check: ProwlerCheck) {
    switch check.status {
    case .passed: checks.passed += 1
    case .manual: checks.manual += 1
    case .failed, .muted: findings.append(check.finding)
    }
  }
}
