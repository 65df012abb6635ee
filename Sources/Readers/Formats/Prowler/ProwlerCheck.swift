internal import Findings

/// One check of one resource, from whichever of Prowler's formats.
struct ProwlerCheck {
  /// What came of a check.
  enum Status {
    case passed
    case failed
    /// Failed, and the scanner was told to live with it.
    case muted
    /// Left to a human.
    case manual
  }

  var version: String?
  var provider = "aws"
  var id = ""
  var title = ""
  var status = Status.failed
  /// What was found, in a sentence.
  var result: String?
  var severity: String?
  /// The account, subscription, project or cluster.
  var account = ""
  var region = ""
  var namespace = ""
  var kind = ""
  /// The resource's ARN or other unique name; empty in version 2, which names it in the result.
  var resource = ""
  var name = ""
  var description: String?
  var risk: String?
  var remediation: String?
  var links: [String] = []
  /// The frameworks and their requirements.
  var compliance: [(framework: String, requirements: [String])] = []

  /// The finding of a check that failed.
  var finding: Finding {
    var location = Location()
    let isCluster = provider == "kubernetes"
    let object = WorkloadName.address(
      namespace: namespace,
      kind: kind,
      name: name.isEmpty ? resource : name
    )
    location.resource = isCluster ? object : resource.isEmpty ? nil : resource
    location.account = isCluster || account.isEmpty ? nil : account
    location.cluster = isCluster && !account.isEmpty ? account : nil
    location.region = isCluster || region.isEmpty ? nil : region

    var identity = Identity.cloud(check: id, account: account, region: region, resource: resource)
    if isCluster { identity = .cluster(check: id, cluster: account, object: object) }
    if resource.isEmpty { identity.place.snippet = result.flatMap { SnippetDigest.of($0) } }
    return Finding(
      rule: rule,
      severity: severity.map { Severity(word: $0) } ?? .unknown,
      scannerSeverity: severity,
      title: rule.name,
      message: MarkdownText.clean(result),
      location: location,
      identity: identity,
      identifiers: benchmarks,
      suppression: status == .muted ? Suppression(justification: "muted") : nil
    )
  }

  private var rule: Rule {
    let texts = [description, risk.map { "**Risk:** \($0)" }].compactMap { $0 }
    return Rule(
      id: id,
      name: title.isEmpty ? nil : MarkdownText.line(title),
      description: MarkdownText.clean(texts.joined(separator: "\n\n")),
      remediation: MarkdownText.clean(remediation),
      references: Links.among(links)
    )
  }

  /// The requirements of the CIS benchmarks; a check is listed under dozens of frameworks, whose
  /// requirements are Prowler's to keep.
  private var benchmarks: [Identifier] {
    var names = IdentifierSet()
    for (framework, requirements) in compliance where framework.hasPrefix("CIS-") {
      for requirement in requirements { names.add(.cis, "\(framework) \(requirement)") }
    }
    return names.sorted
  }
}

extension ProwlerCheck.Status {
  /// The status that a word means, failures that were muted being told apart; nil for no word.
  ///
  /// Version 2 says `WARNING` of what an allow list names, version 3 `WARNING` or `MUTED`; the
  /// `INFO` of version 2 is what a human has to look at.
  init?(_ word: String, isMuted: Bool = false) {
    switch word.uppercased() {
    case "PASS": self = .passed
    case "FAIL": self = isMuted ? .muted : .failed
    case "WARNING", "MUTED": self = .muted
    case "MANUAL", "INFO": self = .manual
    default: return nil
    }
  }
}
