internal import Findings
internal import Syntax

/// detect-secrets: secrets in files, as its scan or its baseline lists them.
///
/// The report holds a plain SHA-1 of each secret, which can be guessed from: it stays here.
public enum DetectSecrets: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "detect-secrets",
    title: "detect-secrets JSON",
    provenOn: "detect-secrets 1.0 and 1.5",
    produce: "detect-secrets scan --all-files > detect-secrets.json",
    finding: """
      One secret on one line. Identity: type of secret and keyed digest of the hash that the report \
      holds. What an audit marked as no secret is suppressed. detect-secrets states no severity: a \
      leak is high, a verified one critical.
      """,
    outcome: "A report without findings is a complete scan: detect-secrets does not say more.",
    precedence: 3
  )

  /// Results by file beside the plugins used.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["plugins_used"].isArray && root["results"].kind != .missing
  }

  /// Each file's secrets.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: format.name, .secrets) { reading, root throws(SyntaxError) in
      reading.scannerVersion = root["version"].nonEmpty
      reading.forEach(try root.requiredObject("results").members) {
        reading,
        file throws(SyntaxError) in
        reading.collect(try file.value.asArray().elements) { leak throws(SyntaxError) in
          try finding(leak, in: file.key, report.digests)
        }
      }
    }
  }

  private static func finding(
    _ leak: JSON,
    in path: String,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let type = try leak.requiredString("type")
    let isVerified = leak["is_verified"].bool == true
    var finding = LeakedSecret(value: try leak.requiredString("hashed_secret")).finding(
      rule: Rule(id: type),
      severity: LeakedSecret.severity(works: isVerified),
      scannerSeverity: isVerified ? "verified" : nil,
      title: type,
      location: Location(
        path: try leak.optionalString("filename") ?? path,
        line: try leak.optionalInt("line_number")
      ),
      digests
    )
    if leak["is_secret"].bool == false {
      finding.suppression = Suppression(justification: "audited: not a secret")
    }
    return finding
  }
}
