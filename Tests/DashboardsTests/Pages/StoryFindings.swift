import Findings

/// What the scanners of the story report, night by night.
enum StoryFindings {
  static func semgrep(_ night: Int) -> [Finding] {
    let shift = night >= 4 ? 7 : 0
    var findings = (0..<9).map { number in
      code(
        "python.flask.security.injection.tainted-sql-string",
        "User input is built into an SQL string",
        "src/shop/orders/queries.py",
        line: 20 + number * 14 + shift,
        severity: number < 2 && night > 1 ? .high : .medium,
        cwe: 89
      )
    }
    findings += (0..<4).map { number in
      code(
        "python.lang.security.audit.dangerous-subprocess-use",
        "Subprocess call with a shell",
        "src/shop/tools/export_\(number).py",
        line: 41,
        severity: .high,
        cwe: 78
      )
    }
    findings += (0..<6).map { number in
      code(
        "python.requests.best-practice.use-timeout",
        "Request without a timeout",
        "src/shop/clients/client_\(number).py",
        line: 12,
        severity: .low,
        cwe: nil
      )
    }
    if (3..<6).contains(night) || night > 9 { findings.append(debugMode) }
    if night > 6 { findings.removeSubrange(9..<11) }
    if night == nights - 1 { findings += newest }
    return findings
  }

  private static let nights = StoryLedger.nights

  private static let debugMode = code(
    "python.flask.security.audit.debug-enabled",
    "Flask runs with the debugger on",
    "src/shop/app.py",
    line: 88,
    severity: .high,
    cwe: 489
  )

  private static let newest = [
    code(
      "python.cryptography.security.insecure-hash-algorithm-md5",
      "MD5 is used where collisions matter",
      "src/shop/payments/receipts.py",
      line: 33,
      severity: .high,
      cwe: 328
    ),
    code(
      "python.jinja2.security.audit.autoescape-disabled",
      "Jinja2 renders without escaping",
      "src/shop/mail/render.py",
      line: 9,
      severity: .medium,
      cwe: 116
    ),
  ]

  static func packages(_ night: Int) -> [Finding] {
    let version = night < 5 ? "4.17.15" : "4.17.19"
    var findings = [
      vulnerable("lodash", version, "CVE-2020-8203", "4.17.20", .high, score: 7.4),
      vulnerable("lodash", version, "CVE-2021-23337", "4.17.21", .high, score: 7.2),
      vulnerable("minimist", "1.2.5", "CVE-2021-44906", "1.2.6", .critical, score: 9.8),
      vulnerable("express", "4.17.1", "CVE-2024-29041", "4.19.2, 5.0.0-beta.3", .medium),
      vulnerable("semver", "7.3.4", "CVE-2022-25883", "7.5.2", .medium, score: 5.3),
      vulnerable("tough-cookie", "4.0.0", "CVE-2023-26136", "4.1.3", .medium, score: 6.5),
    ]
    if night < 7 {
      findings.append(vulnerable("axios", "0.21.0", "CVE-2021-3749", "0.21.2", .high, score: 7.5))
    }
    return findings
  }

  static func image(_ night: Int) -> [Finding] {
    let packages = ["openssl", "zlib1g", "libc6", "curl", "perl-base", "libxml2"]
    return packages.enumerated().map { number, name in
      var location = Location(path: "usr/lib/\(name)")
      let package = Package(
        ecosystem: "deb",
        name: name,
        version: "1.\(number).2-3",
        fixedIn: number % 2 == 0 ? "1.\(number).9-1" : nil
      )
      location.package = package
      location.image = "registry.example/shop/web:2026.\(night / 6)"
      let advisory = "CVE-2025-\(31_000 + number)"
      return Finding(
        rule: Rule(id: advisory, description: "A flaw in **\(name)** lets a peer read memory."),
        severity: [.critical, .medium, .low, .unknown, .info, .medium][number],
        scannerSeverity: "UNSPECIFIED",
        title: "\(name): memory can be read by a peer",
        location: location,
        identity: .image(
          advisory: advisory,
          package: package,
          repository: "registry.example/shop/web",
          target: "debian"
        ),
        identifiers: [Identifier(kind: .cve, value: advisory)]
      )
    }
  }

  static func zap(_ night: Int) -> [Finding] {
    ["/", "/cart", "/login"].map { path in
      var location = Location()
      location.url = "https://shop.example\(path)"
      location.method = "GET"
      location.parameter = "Content-Security-Policy"
      return Finding(
        rule: Rule(id: "10038", name: "Content Security Policy header not set"),
        severity: .medium,
        scannerSeverity: "Medium (High)",
        title: "Content Security Policy header not set",
        location: location,
        identity: .endpoint(
          rule: "10038",
          method: "GET",
          template: path,
          parameter: "",
          url: location.url ?? ""
        ),
        identifiers: [.cwe(693)]
      )
    }
  }

  static func secrets(_ night: Int) -> [Finding] {
    let accepted = Suppression(justification: "test data, never valid")
    var finding = code(
      "generic-api-key",
      "A key for an API is in the code",
      "tests/data/keys.env",
      line: 3,
      severity: .high,
      cwe: 798
    )
    finding.suppression = night > 5 ? accepted : nil
    return [finding]
  }

  static func checkov(_ night: Int) -> [Finding] {
    let count = night < 9 ? 8 : 6
    return (0..<count).map { number in
      var location = Location(path: "terraform/storage.tf", line: 4 + number * 22, endLine: 19)
      location.resource = "aws_s3_bucket.\(["logs", "media", "backup", "site"][number % 4])"
      let rule = number < 4 ? "CKV_AWS_18" : "CKV_AWS_144"
      return Finding(
        rule: Rule(id: rule, remediation: "See the provider’s guide."),
        severity: number < 4 ? .low : .unknown,
        title: number < 4 ? "Bucket access is not logged" : "Bucket is not replicated",
        location: location,
        identity: .resource(
          rule: rule,
          address: location.resource,
          at: Place(path: "terraform/storage.tf", line: location.line)
        )
      )
    }
  }

  static func prowler(_ night: Int) -> [Finding] {
    ["eu-central-1", "eu-west-1", "us-east-1"].enumerated().map { number, region in
      var location = Location()
      location.account = "123456789012"
      location.region = region
      location.resource = "arn:aws:ec2:\(region):123456789012:vpc/vpc-0\(number)a1"
      return Finding(
        rule: Rule(
          id: "vpc_flow_logs_enabled",
          name: "Flow logs are on in every VPC",
          description: "Without flow logs nobody can tell later who talked to whom.",
          remediation: "Turn flow logs on for rejected packets.",
          references: ["https://docs.example/vpc/flow-logs"]
        ),
        severity: number == 2 && night > 8 ? .high : .medium,
        title: "VPC without flow logs",
        location: location,
        identity: .cloud(
          check: "vpc_flow_logs_enabled",
          account: "123456789012",
          region: region,
          resource: location.resource ?? ""
        ),
        identifiers: [Identifier(kind: .cis, value: "3.9")]
      )
    }
  }

  private static func code(
    _ rule: String,
    _ title: String,
    _ path: String,
    line: Int,
    severity: Severity,
    cwe: Int?
  ) -> Finding {
    Finding(
      rule: Rule(
        id: rule,
        description: "\(title). Whoever controls the input controls what happens.",
        remediation: "Pass values as **parameters**, never as text.",
        references: ["https://owasp.org/www-community/"]
      ),
      severity: severity,
      scannerSeverity: severity == .high ? "ERROR" : "WARNING",
      title: title,
      message: "Found in `\(path)`.",
      location: Location(path: path, line: line, endLine: line),
      identity: .code(
        rule: rule,
        at: Place(path: path, line: line, snippet: UInt64(line % 14 + rule.utf8.count))
      ),
      identifiers: cwe.map { [.cwe($0)] } ?? []
    )
  }

  private static func vulnerable(
    _ name: String,
    _ version: String,
    _ advisory: String,
    _ fixedIn: String,
    _ severity: Severity,
    score: Double? = nil
  ) -> Finding {
    let package = Package(ecosystem: "npm", name: name, version: version, fixedIn: fixedIn)
    var location = Location(path: "package-lock.json")
    location.package = package
    return Finding(
      rule: Rule(id: advisory, description: "`\(name)` before \(fixedIn) is vulnerable."),
      severity: severity,
      scannerSeverity: severity.rawValue.uppercased(),
      title: "\(advisory) in \(name)",
      location: location,
      identity: .dependency(advisory: advisory, package: package, manifest: "package-lock.json"),
      identifiers: [Identifier(kind: .cve, value: advisory)],
      cvss: score.map { CVSS(score: $0, vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H") }
    )
  }
}
