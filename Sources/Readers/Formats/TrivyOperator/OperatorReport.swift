internal import Findings
internal import Syntax

/// One report about one workload: its images' packages, its configuration, its images' secrets.
struct OperatorReport {
  /// The custom resource.
  let object: JSON
  /// Its kind, such as `VulnerabilityReport`.
  let kind: String
  /// The version of the scanner that the operator ran.
  let scannerVersion: String?
  let subject: TrivySubject
  let family: String

  init(_ object: JSON) throws(SyntaxError) {
    self.object = try object.asObject()
    kind = try object.requiredString("kind")
    let report = object["report"]
    scannerVersion = report["scanner"]["version"].nonEmpty.map { MarkdownText.line($0) }
    subject = TrivySubject(
      image: Self.image(report),
      object: MarkdownText.path(Self.workload(object["metadata"]))
    )
    family = report["os"]["family"].string ?? ""
  }

  /// The entries of one of the report's lists.
  func entries(_ key: StaticString) throws(SyntaxError) -> JSON.Elements {
    try object.requiredObject("report").requiredArray(key).elements
  }

  /// What the labels say of the audited object; else its owner, or the report itself.
  private static func workload(_ metadata: JSON) -> String {
    let labels = metadata["labels"]
    if let name = labels["trivy-operator.resource.name"].nonEmpty {
      return WorkloadName.address(
        namespace: labels["trivy-operator.resource.namespace"].nonEmpty,
        kind: labels["trivy-operator.resource.kind"].nonEmpty,
        name: name
      )
    }
    let owner = metadata["ownerReferences"][0]
    return WorkloadName.address(
      namespace: metadata["namespace"].nonEmpty,
      kind: owner["kind"].nonEmpty,
      name: owner["name"].nonEmpty ?? metadata["name"].string ?? ""
    )
  }

  private static func image(_ report: JSON) -> String {
    let artifact = report["artifact"]
    guard let repository = artifact["repository"].nonEmpty else { return "" }
    let server = report["registry"]["server"].nonEmpty.map { $0 + "/" } ?? ""
    let tag = artifact["tag"].nonEmpty.map { ":" + $0 }
    let digest = artifact["digest"].nonEmpty.map { "@" + $0 }
    return MarkdownText.path(server + repository + (tag ?? digest ?? ""))
  }
}
