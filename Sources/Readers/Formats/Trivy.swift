internal import Findings
internal import Syntax

/// Trivy: packages, configuration, secrets and licences of images, folders and clusters.
public enum Trivy: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "trivy",
    title: "Trivy JSON",
    provenOn: "Trivy 0.11 to 0.69: image, filesystem, repository, config and k8s",
    produce: "trivy image --format json --output trivy.json IMAGE",
    finding: """
      One vulnerability of one package, misconfiguration, secret or licence. Identity: advisory, \
      package and image repository or lock file; check and resource; secret rule and file. \
      Suppressed: what Trivy lists as ignored or not affected (`--show-suppressed`).
      """,
    outcome: """
      Complete if the report is whole; partial if a cluster's resource has an error. A legacy report \
      of nothing is `null` or `[]`, known by its name.
      """,
    precedence: 3
  )

  /// An artifact's report, a cluster's, or a legacy list of results.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    if root.isObject {
      return root["SchemaVersion"].int != nil
        && (root["ArtifactName"].exists || root["Results"].exists || isCluster(root))
        || root["ClusterName"].string != nil && isCluster(root)
    }
    if root.elements.prefix(20).contains(where: isResult) { return true }
    guard root.kind == .null || root.isArray && root.elements.first(where: { _ in true }) == nil
    else { return false }
    return report.isNamed(format.name)
  }

  /// Each result's findings, those of a cluster's resources with their object.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    do {
      guard let root = report.json, root.isObject else {
        return try legacy(report.json?.elements)
      }
      return try isCluster(root) ? cluster(root) : artifact(root)
    } catch {
      throw ReadError(error)
    }
  }

  private static func isResult(_ entry: JSON) -> Bool {
    entry["Target"].string != nil
      && (entry["Vulnerabilities"].kind != .missing || entry["Misconfigurations"].isArray)
  }

  private static func isCluster(_ root: JSON) -> Bool {
    root["ClusterName"].kind != .missing && clusterLists(root).contains { $0.isArray }
  }

  /// The lists of resources, by version: two before 0.45, one since, `Findings` in summaries.
  private static func clusterLists(_ root: JSON) -> [JSON] {
    [root["Resources"], root["Findings"], root["Vulnerabilities"], root["Misconfigurations"]]
  }

  private static func legacy(_ results: JSON.Elements?) throws(SyntaxError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    var rules = TrivyRules()
    for result in results.map(Array.init) ?? [] {
      let isSystem = result["Target"].string.map { $0.hasSuffix(")") } ?? false
      if isSystem { reading.category = .container }
      let subject = isSystem ? TrivySubject(image: result["Target"].string ?? "") : TrivySubject()
      reading.add(result, of: subject, &rules)
    }
    return reading
  }

  private static func artifact(_ root: JSON) throws(SyntaxError) -> Reading {
    var reading = Reading(
      scanner: format.name,
      version: root["Trivy"]["Version"].nonEmpty,
      category: .dependency
    )
    let results = try root.strictArray("Results")
    var subject = TrivySubject()
    if root["ArtifactType"].equals("container_image") {
      subject = TrivySubject(image: image(root))
      reading.category = .container
      reading.target = subject.repository
    } else {
      reading.category = category(of: results)
    }
    var rules = TrivyRules()
    for result in results.elements { reading.add(result, of: subject, &rules) }
    return reading
  }

  private static func cluster(_ root: JSON) throws(SyntaxError) -> Reading {
    var reading = Reading(scanner: format.name, category: .kubernetes)
    reading.target = root["ClusterName"].nonEmpty
    var rules = TrivyRules()
    for list in clusterLists(root) where list.kind != .missing {
      for resource in try list.asArray().elements {
        guard resource.isObject, let name = resource["Name"].string else {
          reading.skipped.add(ReadError(resource.error("expected a resource with a name")))
          continue
        }
        let address = WorkloadName.address(
          namespace: resource["Namespace"].string,
          kind: resource["Kind"].string,
          name: name
        )
        if resource["Error"].nonEmpty != nil { reading.gaps.append("\(address) was not scanned") }
        let results = resource["Results"]
        guard results.kind == .missing || results.isArray else {
          reading.skipped.add(ReadError(resource.error("expected an array of results")))
          continue
        }
        let subject = TrivySubject(
          image: image(of: resource),
          cluster: reading.target ?? "",
          object: address
        )
        for result in results.elements { reading.add(result, of: subject, &rules) }
      }
    }
    return reading
  }

  /// The image as it was named: a saved image's file is no name, so its tag is taken.
  private static func image(_ root: JSON) -> String {
    let name = root["ArtifactName"].string ?? ""
    let tag = root["Metadata"]["RepoTags"][0].nonEmpty
    return name.hasSuffix(".tar") || name.isEmpty ? tag ?? name : name
  }

  /// The image of a cluster's resource, named by its metadata or its operating system's result.
  private static func image(of resource: JSON) -> String {
    let metadata = resource["Metadata"]
    let tag = (metadata.isArray ? metadata[0] : metadata)["RepoTags"][0].nonEmpty
    let system = resource["Results"].elements.first { $0["Class"].equals("os-pkgs") }
    return tag ?? system?["Target"].string ?? ""
  }

  /// What was looked for, if that was not packages.
  private static func category(of results: JSON) -> Category {
    let classes = Set(results.elements.compactMap { $0["Class"].string })
    if classes.contains("lang-pkgs") || classes.contains("os-pkgs") { return .dependency }
    if classes.contains("config") { return .iac }
    return classes.contains("secret") ? .secrets : .dependency
  }
}
