internal import Findings
internal import Syntax

/// KubeLinter: checks of Kubernetes manifests and Helm charts.
public enum KubeLinter: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "kube-linter",
    title: "KubeLinter JSON",
    provenOn: "KubeLinter 0.2 to 0.8",
    produce: "kube-linter lint --format json deploy/ > kube-linter.json",
    finding: """
      One diagnostic of one object. Identity: check and object; place: path and the diagnostic. \
      KubeLinter states no severity.
      """,
    outcome: "Failed if the summary says so and no diagnostic is listed.",
    precedence: 3
  )

  /// Checks and reports beside the summary.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["Checks"].isArray && root["Summary"]["ChecksStatus"].exists
      && root["Reports"].kind != .missing
  }

  /// Each diagnostic.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    let summary = root["Summary"]
    var reading = Reading(
      scanner: format.name,
      version: summary["KubeLinterVersion"].nonEmpty,
      category: .iac
    )
    do {
      var descriptions: [String: String] = [:]
      for check in root["Checks"].elements {
        if let name = check["name"].string { descriptions[name] = check["description"].string }
      }
      reading.collect(try root.optionalArray("Reports").elements) { entry throws(SyntaxError) in
        try finding(entry, descriptions)
      }
    } catch {
      throw ReadError(error)
    }
    if reading.findings.isEmpty, reading.skipped.count == 0,
      !summary["ChecksStatus"].equals("Passed")
    {
      reading.failure = "the checks failed and no diagnostic is listed"
    }
    return reading
  }

  private static func finding(
    _ entry: JSON,
    _ descriptions: [String: String]
  ) throws(SyntaxError) -> Finding {
    let check = try entry.requiredString("Check")
    let message = MarkdownText.line(
      try entry.requiredObject("Diagnostic").requiredString("Message")
    )
    let object = try entry.requiredObject("Object")
    let path = PathNormalisation.normalised(object["Metadata"]["FilePath"].string ?? "")
    let named = object["K8sObject"]
    let address = WorkloadName.address(
      namespace: try named.optionalString("Namespace"),
      kind: try named["GroupVersionKind"].optionalString("Kind"),
      name: try named.optionalString("Name") ?? ""
    )
    var location = Location(path: path.isEmpty ? nil : MarkdownText.path(path))
    location.resource = MarkdownText.line(address)
    return Finding(
      rule: Rule(
        id: check,
        description: MarkdownText.clean(descriptions[check]),
        remediation: MarkdownText.clean(entry["Remediation"].string)
      ),
      severity: .unknown,
      title: message,
      location: location,
      identity: .resource(
        rule: check,
        address: address,
        at: Place(path: path, snippet: SnippetDigest.of(message))
      )
    )
  }
}
