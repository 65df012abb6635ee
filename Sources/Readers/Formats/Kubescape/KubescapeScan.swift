internal import Findings
internal import Syntax

/// What the results of a Kubescape report refer to: its resources and its controls.
struct KubescapeScan {
  /// A resource as findings name it.
  struct Resource {
    /// `namespace/kind/name`.
    var address: String
    /// The file it is defined in, where files were scanned.
    var path: String?
  }

  private let controls: JSON
  private let cluster: String
  private var resources: [String: JSON] = [:]

  init(_ root: JSON) {
    controls = root["summaryDetails"]["controls"]
    let context = root["metadata"]["targetMetadata"]["clusterContextMetadata"]["contextName"]
    cluster = MarkdownText.line(root["clusterName"].nonEmpty ?? context.string ?? "")
    for resource in root["resources"].elements {
      if let id = resource["resourceID"].string { resources[id] = resource }
    }
  }

  /// The resource with an id, such as `path=1881121400/api=apps/v1/shop/Deployment/web`.
  func resource(_ id: String) -> Resource {
    let described = resources[id]
    let source = described?["source"]["relativePath"].nonEmpty
    // A numbered path changes with the folder; the object it belongs to is in the other parts.
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("path=") && !$0.hasPrefix("api=")
    }
    var address = parts.drop { $0.isEmpty }.joined(separator: "/")
    if let object = described?["object"], object["relatedObjects"].count == 0,
      let kind = object["kind"].nonEmpty,
      let name = object["metadata"]["name"].nonEmpty ?? object["name"].nonEmpty
    {
      let namespace = object["metadata"]["namespace"].string ?? object["namespace"].string
      address = WorkloadName.address(namespace: namespace, kind: kind, name: name)
    }
    return Resource(
      address: MarkdownText.line(address),
      path: source.map { PathNormalisation.normalised($0) }
    )
  }

  /// The finding of a control on a resource; nil if it does not fail.
  func finding(_ control: JSON, _ resource: Resource) throws(SyntaxError) -> Finding? {
    let id = try control.requiredString("controlID")
    guard control["status"].exists || control["rules"].isArray else {
      throw control.error("expected a status or rules")
    }
    let status = Self.status(of: control)
    guard status == .failed || status == .excepted else { return nil }
    let name = control["name"].nonEmpty.map { MarkdownText.line($0) } ?? id
    var location = Location(path: resource.path.map { MarkdownText.path($0) })
    location.resource = resource.address
    location.cluster = cluster.isEmpty ? nil : cluster
    var identity = Identity.cluster(check: id, cluster: cluster, object: resource.address)
    if let path = resource.path { identity.place.path = path }
    let summary = controls[member: id]
    let word = control["severity"].nonEmpty ?? summary["severity"].nonEmpty
    return Finding(
      rule: Rule(id: id, name: name),
      severity: word.map { Severity(word: $0) } ?? Self.severity(summary["scoreFactor"].double),
      scannerSeverity: word,
      title: name,
      message: MarkdownText.clean(Self.fixes(control["rules"]).joined(separator: "\n")),
      location: location,
      identity: identity,
      identifiers: id.hasPrefix("CIS-") ? [Identifier(kind: .cis, value: id)] : [],
      suppression: status == .excepted ? Suppression() : nil
    )
  }

  /// Kubescape's own words for a control's score factor (`apis/severity.go`).
  private static func severity(_ factor: Double?) -> Severity {
    switch factor ?? 0 {
    case 9...: .critical
    case 7..<9: .high
    case 4..<7: .medium
    case 1..<4: .low
    default: .unknown
    }
  }

  /// Which fields are wrong and which values would do, without the values that are there.
  private static func fixes(_ rules: JSON) -> [String] {
    let paths = rules.elements.flatMap { $0["paths"].elements }
    return paths.prefix(20).compactMap { entry in
      let fix = entry["fixPath"]
      if let path = fix["path"].nonEmpty {
        return "- Set `\(path)` to `\(fix["value"].text ?? "")`."
      }
      return (entry["failedPath"].nonEmpty ?? entry["reviewPath"].nonEmpty).map { "- See `\($0)`." }
    }
  }
}
