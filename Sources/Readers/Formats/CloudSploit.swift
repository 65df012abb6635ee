internal import Findings
internal import Syntax

/// CloudSploit (Aqua): an audit of a cloud account, a result for each check and resource.
public enum CloudSploit: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "cloudsploit",
    title: "CloudSploit JSON and CSV",
    provenOn: "a JSON report; CSV on no real report yet",
    produce: "./index.js --json cloudsploit.json --console none",
    finding: """
      One result with the status WARN or FAIL. Identity: check, region and resource. CloudSploit \
      states no severity.
      """,
    outcome: "OK is counted as passed, UNKNOWN as left to a human.",
    precedence: 3
  )

  /// Results by plugin (JSON) or by category and title (CSV).
  public static func recognises(_ report: Report) -> Bool {
    if let table = report.csv {
      return ["category", "title", "resource", "region", "statusWord"].allSatisfy(table.has)
    }
    return report.json?.elements.prefix(20).contains {
      $0["plugin"].string != nil && $0["status"].string != nil && $0["region"].string != nil
    } ?? false
  }

  /// Each result that is neither OK nor unknown.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .cloud)
    if let table = report.csv {
      reading.forEach(table.rows) { reading, row throws(SyntaxError) in
        let row = try row.get()
        reading.add(
          check: try row.required("title"),
          title: try row.required("title"),
          status: try row.required("statusWord"),
          resource: CloudResource(region: row["region"] ?? "", id: known(row["resource"])),
          texts: (row["description"], row["message"])
        )
      }
      return reading
    }
    reading.forEach(try report.requiredJSON().elements) { reading, entry throws(SyntaxError) in
      reading.add(
        check: try entry.requiredString("plugin"),
        title: try entry.requiredString("title"),
        status: try entry.requiredString("status"),
        resource: CloudResource(
          region: try entry.requiredString("region"),
          id: known(entry["resource"].string)
        ),
        texts: (entry["description"].string, entry["message"].string)
      )
    }
    return reading
  }

  private static func known(_ resource: String?) -> String {
    resource.flatMap { $0 == "N/A" ? nil : $0 } ?? ""
  }
}

extension Reading {
  fileprivate mutating func add(
    check: String,
    title: String,
    status: String,
    resource: CloudResource,
    texts: (description: String?, message: String?)
  ) {
    switch status {
    case "OK": checks.passed += 1
    case "UNKNOWN": checks.manual += 1
    default:
      let rule = Rule(
        id: MarkdownText.line(check),
        name: MarkdownText.line(title),
        description: MarkdownText.clean(texts.description)
      )
      findings.append(
        resource.finding(
          rule,
          severity: .unknown,
          word: MarkdownText.line(status, limit: 100),
          title: title,
          message: texts.message
        )
      )
    }
  }
}
