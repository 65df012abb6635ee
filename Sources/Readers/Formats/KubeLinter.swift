internal import Findings
internal import Syntax

/// KubeLinter: checks of Kubernetes manifests and Helm charts.
public enum KubeLinter: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "kube-linter",
    title: "KubeLinter JSON",
    provenOn: "KubeLinter 0.8",
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
    try report.reading(of: format.name, .iac) { reading, root throws(SyntaxError) in
      var descriptions: [String: String] = [:]
      for check in root["Checks"].elements {
        if let name = check["name"].string { descriptions[name] = check["description"].string }
      }
      reading.collect(try root.optionalArray("Reports").elements) { entry throws(SyntaxError) in
        try finding(entry, descriptions)
      }
      let summary = root["Summary"]
      reading.scannerVersion = summary["KubeLinterVersion"].nonEmpty
      reading.failIfNone(of: summary["ChecksStatus"].equals("Passed") ? 0 : 1, "failed checks")
    }
  }

  private static func finding(
    _ entry: JSON,
    _ descriptions: [String: String]
  ) throws(SyntaxError) -> Finding {
    let check = try entry.requiredString("Check")
    let message = try entry.requiredObject("Diagnostic").requiredString("Message")
    let object = try entry.requiredObject("Object")
    let named = object["K8sObject"]
    var location = Location(path: object["Metadata"]["FilePath"].string)
    location.resource = WorkloadName.address(
      namespace: try named.optionalString("Namespace"),
      kind: try named["GroupVersionKind"].optionalString("Kind"),
      name: try named.optionalString("Name") ?? ""
    )
    return .check(
      Rule(
        id: check,
        description: descriptions[check],
        remediation: entry["Remediation"].string
      ),
      severity: nil,
      title: message,
      at: location,
      snippet: SnippetDigest.of(MarkdownText.line(message))
    )
  }
}
