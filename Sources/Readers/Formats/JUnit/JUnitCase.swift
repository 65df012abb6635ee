internal import Findings
internal import Syntax

/// One failure of a test case, taken apart as its tool put it together.
struct JUnitCase {
  private var rule: String
  private var title: String
  private var severity: String?
  private var location = Location()
  private var secret: String?
  private let tool: JUnitTool

  init(
    _ test: XMLElement,
    _ failure: XMLElement,
    in suite: XMLElement,
    of tool: JUnitTool
  ) throws(SyntaxError) {
    self.tool = tool
    let name = try test.requiredAttribute("name")
    let place = test["classname"] ?? ""
    let message = failure["message"].flatMap { $0.isEmpty ? nil : $0 }
    let (words, rest) = Self.brackets(of: name)
    rule = words.last ?? name
    title = message ?? rest
    switch tool {
    case .checkov:
      // `[HIGH][CKV_AWS_18] Ensure …` in `/main.tf.aws_s3_bucket.logs`
      let file = test["file"] ?? ""
      severity = words.first { $0 != "NONE" && $0 != rule }
      location.path = String(file.drop { $0 == "/" })
      location.resource =
        place.hasPrefix(file + ".") ? String(place.dropFirst(file.count + 1)) : nil
    case .tfsec:
      // `[aws-s3-enable-versioning][MEDIUM] - Bucket …` in `main.tf`
      rule = words.first ?? name
      severity = words.last
      location.path = place
    case .trivy:
      // `[HIGH] CVE-2021-36159` in `apk-tools-2.10.6-r0`, or in the type of a file
      rule = words.isEmpty ? name : rest
      title = message ?? rule
      severity =
        words.first ?? test.children("failure").first { $0["type"] == "severity" }?.nonEmpty
      location.path = suite["name"]
      location.package = Self.package(place, suite)
    case .terrascan:
      // `[ERROR] resource: "logs" at line: 20, violates: RULE - AC_AWS_0214` in `main.tf`
      rule = Self.text(in: name, behind: "RULE - ") ?? name
      severity = test["severity"]
      location.path = place
      location.line = Self.text(in: name, behind: "at line: ", to: ",").flatMap { Int($0) }
      let words = ["Resource Type: ", "Resource Name: "].compactMap {
        Self.text(in: message ?? "", behind: $0, to: ",")
      }
      location.resource = words.isEmpty ? nil : words.joined(separator: ".")
      title = Self.text(in: message ?? "", behind: "Description: ", to: ", File:") ?? title
    case .cfnLint:
      // `W2001 Check if Parameters are Used`, failed with `… at app.yaml:4:3`
      rule = name.split(separator: " ").first.map(String.init) ?? name
      title = failure["type"] ?? title
      severity = ["E": "Error", "W": "Warning", "I": "Informational"][rule.prefix(1)]
      let parts = (message ?? "").split(separator: " ").last?.split(separator: ":") ?? []
      location.path = parts.first.map(String.init)
      location.line = parts.dropFirst().first.flatMap { Int($0) }
    case .conftest:
      // `deploy/web.yaml - main - Container web must …`
      let parts = name.components(separatedBy: " - ", limit: 3)
      rule = parts.dropFirst().first ?? name
      title = parts.dropFirst(2).first ?? title
      location.path = parts.first
      location.resource = title
    case .kubeScore:
      location.resource = place
    case .gitleaks:
      // `aws-access-token has detected a secret in file app.env, line 4.` and the leak as JSON
      rule = name.split(separator: " ").first.map(String.init) ?? name
      title = place
      location.path = test["file"]
      location.line = Self.text(in: name, behind: ", line ")
        .flatMap { Int($0.prefix { $0.isNumber }) }
      let leak = failure.text.flatMap { try? JSONDocument(parsing: Array($0.utf8)).root }
      secret = leak?["Secret"].string
    }
  }

  /// The finding, in the recipe of what the tool looks for.
  func finding(_ digests: SecretDigest) -> Finding {
    if tool == .gitleaks {
      return LeakedSecret(value: secret).finding(
        rule: Rule(id: rule),
        title: title,
        location: location,
        digests
      )
    }
    let names = IdentifierSet([rule])
    var finding = Finding.check(
      Rule(id: rule),
      severity: severity,
      title: title,
      at: location,
      snippet: SnippetDigest.of(MarkdownText.line(title)),
      identifiers: names.sorted
    )
    if let package = location.package {
      finding.identity = .dependency(
        advisory: names.advisory ?? rule,
        package: package,
        manifest: finding.identity.place.path
      )
    }
    return finding
  }
}
