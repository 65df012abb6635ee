internal import Findings
internal import Syntax

extension Trivy {
  /// Whether it is a report of a cluster.
  static func isCluster(_ root: JSON) -> Bool {
    root["ClusterName"].kind != .missing && clusterLists(root).contains { $0.isArray }
  }

  /// The lists of resources, by version: two before 0.45, one since, `Findings` in summaries.
  private static func clusterLists(_ root: JSON) -> [JSON] {
    [root["Resources"], root["Findings"], root["Vulnerabilities"], root["Misconfigurations"]]
  }

  /// The findings of each resource.
  static func cluster(_ root: JSON) throws(SyntaxError) -> Reading {
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

  /// The image of a cluster's resource, named by its metadata or its operating system's result.
  private static func image(of resource: JSON) -> String {
    let metadata = resource["Metadata"]
    let tag = (metadata.isArray ? metadata[0] : metadata)["RepoTags"][0].nonEmpty
    let system = resource["Results"].elements.first { $0["Class"].equals("os-pkgs") }
    return tag ?? system?["Target"].string ?? ""
  }
}
