internal import Findings
internal import Syntax

/// Talisman: file names, sizes and contents that look like secrets.
public enum Talisman: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "talisman",
    title: "Talisman JSON",
    provenOn: "the layout of Talisman 1.32",
    produce: "talisman --scan --reportDirectory talisman",
    finding: """
      One failure or warning about one file. Identity: kind of check and keyed digest of what the \
      message quotes; of a suspicious name or size, kind of check and path. What `.talismanrc` \
      ignores is suppressed.
      """,
    outcome: "Failed if the summary counts failures and the report lists none.",
    precedence: 3
  )

  /// A summary by kind of check beside the results by file.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["summary"]["types"]["filecontent"].exists && root["results"].kind != .missing
  }

  /// Each file's failures, warnings and ignored failures.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: format.name, .secrets) { reading, root in
      reading.forEach(root["results"].elements) { reading, file throws(SyntaxError) in
        let path = try file.requiredString("filename")
        let failures = try file.requiredArray("failure_list").elements
        let warnings = try file.optionalArray("warning_list").elements
        reading.collect(Array(failures) + warnings) { entry throws(SyntaxError) in
          try finding(entry, path, report.digests)
        }
        reading.collect(try file.optionalArray("ignore_list").elements) {
          entry throws(SyntaxError) in
          var finding = try finding(entry, path, report.digests)
          finding.suppression = Suppression(justification: "ignored in .talismanrc")
          return finding
        }
      }
      let counts = root["summary"]["types"].members.compactMap { $0.value.int }
      reading.failIfNone(of: counts.reduce(0, +), "failures")
    }
  }

  private static func finding(
    _ failure: JSON,
    _ path: String,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let type = try failure.requiredString("type")
    let message = try failure.requiredString("message")
    let severity = try failure.optionalString("severity")
    let quoted = type == "filecontent" ? quotation(in: message) : nil
    var location = Location(path: path)
    location.commit = try failure.optionalArray("commits").strings.first
    var leak = LeakedSecret(value: quoted)
    // Talisman cuts long quotations and puts dots behind them: what is left is still a secret.
    leak.value = quoted
    return leak.finding(
      rule: Rule(id: type),
      severity: severity.map { Severity(word: $0) } ?? .high,
      scannerSeverity: severity,
      title: message,
      location: location,
      digests
    )
  }

  /// What a message about a file's content quotes: all behind `such as: ` or ` : `.
  private static func quotation(in message: String) -> String? {
    for sign in ["such as: ", " : "] {
      if let range = message.firstRange(of: sign) { return String(message[range.upperBound...]) }
    }
    return nil
  }
}
