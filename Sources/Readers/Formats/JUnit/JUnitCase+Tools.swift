internal import Findings
internal import Syntax

// What each tool puts where.
extension JUnitCase {
  /// Names such as `[HIGH][CKV_AWS_18] Ensure …` in `/main.tf.aws_s3_bucket.logs`.
  mutating func takeApartCheckov() {
    let (words, rest) = Self.brackets(of: name)
    let file = test["file"] ?? ""
    let resource = place.hasPrefix(file + ".") ? String(place.dropFirst(file.count + 1)) : nil
    rule = words.last ?? name
    severity = words.first { $0 != "NONE" && $0 != rule }
    location.path = String(file.drop { $0 == "/" })
    switch suite["name"] {
    // The resource of a secret is a hash of it.
    case "secrets scan": leak = LeakedSecret(value: resource)
    case "sca_package scan": location.package = Self.package(rest)
    default: location.resource = resource
    }
  }

  /// Names such as `[aws-s3-enable-versioning][MEDIUM] - Bucket …` in `main.tf`.
  mutating func takeApartTfsec() {
    let words = Self.brackets(of: name).words
    rule = words.first ?? name
    severity = words.last
    location.path = place
  }

  /// Names such as `[HIGH] CVE-2021-36159` in `apk-tools-2.10.6-r0`, or in the type of a file.
  mutating func takeApartTrivy() {
    let (words, rest) = Self.brackets(of: name)
    rule = rest
    let rating = test.children("failure").first { $0["type"] == "severity" }
    severity = words.first ?? rating?.nonEmpty
    location.path = suite["name"]
    location.package = Self.package(place, suite)
  }

  /// Names such as `[ERROR] resource: "logs" at line: 20, violates: RULE - AC_AWS_0214` in
  /// `main.tf`.
  mutating func takeApartTerrascan() {
    let message = title
    rule = Self.text(in: name, behind: "RULE - ") ?? name
    severity = test["severity"]
    title = Self.text(in: message, behind: "Description: ", to: ", File:") ?? message
    location.path = place
    location.line = Self.text(in: name, behind: "at line: ", to: ",").flatMap { Int($0) }
    let words = ["Resource Type: ", "Resource Name: "].compactMap {
      Self.text(in: message, behind: $0, to: ",")
    }
    location.resource = words.joined(separator: ".")
  }

  /// Names such as `W2001 Check if Parameters are Used`, failed with `… at app.yaml:4:3`.
  mutating func takeApartCfnLint() {
    let end = title.split(separator: " ").last?.split(separator: ":") ?? []
    rule = name.split(separator: " ").first.map(String.init) ?? name
    severity = ["E": "Error", "W": "Warning", "I": "Informational"][rule.prefix(1)]
    title = failure["type"] ?? title
    // Any other last word is one of the message's.
    guard end.count >= 3, let line = Int(end[end.count - 2]) else { return }
    location.path = end.dropLast(2).joined(separator: ":")
    location.line = line
  }

  /// Names such as `deploy/web.yaml - main - Container web must …`.
  mutating func takeApartConftest() {
    let parts = name.components(separatedBy: " - ", limit: 3)
    location.path = parts.first
    rule = parts.dropFirst().first ?? name
    title = parts.dropFirst(2).first ?? title
    // Nothing but the message tells two findings of a namespace apart.
    location.resource = title
  }

  /// A sentence, `aws-access-token has detected a secret in file app.env, line 4`, and the leak as
  /// JSON.
  mutating func takeApartGitleaks() {
    rule = name.split(separator: " ").first.map(String.init) ?? name
    title = place
    location.path = test["file"]
    location.line = Self.text(in: name, behind: ", line ")
      .flatMap { Int($0.prefix { $0.isNumber }) }
    let body = failure.text.flatMap { try? JSONDocument(parsing: Array($0.utf8)).root }
    leak = LeakedSecret(value: body?["Secret"].string)
  }
}
