internal import Findings
internal import Syntax

/// A row of one of Sysdig's reports: what is in a column that is named in four ways.
struct SysdigRow {
  private let column: (String) -> String?

  /// A row by what it has under a name.
  init(_ column: @escaping (String) -> String?) {
    self.column = column
  }

  /// The finding; `error` makes an error at the row's place.
  func finding(_ error: (String) -> SyntaxError) throws(SyntaxError) -> Finding {
    guard let id = field("Vulnerability ID", "CVE ID", "vulnName", "vuln_id"),
      let name = field("Package name", "Package Name", "packageName", "scan_package_name"),
      let severity = field("Severity", "CVE Severity", "vulnSeverity", "vuln_severity")
    else { throw error("expected a vulnerability, its severity and a package") }
    var vulnerability = PackageVulnerability(
      id,
      of: Package(
        name,
        in: field("Package type", "Package Type", "packageType", "scan_package_type"),
        version: field(
          "Package version",
          "Package Version",
          "packageVersion",
          "scan_package_version"
        ),
        fixedIn: field("Fix version", "Fix Version", "vulnFixVersion", "vuln_fixed_in_version")
      ),
      severity: severity
    )
    let score = field("CVSS score", "CVSS Score", "vulnCvssScore", "vuln_cvss_score")
    vulnerability.ratings.add(
      score: score.flatMap(Double.init),
      vector: field("CVSS vector", "vulnCvssVector", "vuln_cvss_vector")
    )
    vulnerability.links = [field("Vuln link", "CVE URL", "vulnLink") ?? ""]
    vulnerability.path = field("Package path", "Package Path", "packagePath", "scan_package_path")
    vulnerability.image = field("Image", "imagePullString", "container_image") ?? ""
    if field("Risk accepted", "Risk Accepted", "vuln_risk_accepted") == "true" {
      vulnerability.suppression = Suppression(justification: "risk accepted")
    }
    return placed(vulnerability.finding)
  }

  /// The finding in its workload, if the row names one.
  private func placed(_ finding: Finding) -> Finding {
    guard
      let workload = field("K8S workload name", "k8sWorkloadName", "kubernetes_workload_name")
    else { return finding }
    var finding = finding
    let cluster = field("K8S cluster name", "k8sClusterName", "kubernetes_cluster_name") ?? ""
    let object = WorkloadName.address(
      namespace: field("K8S namespace name", "k8sNamespaceName", "kubernetes_namespace_name"),
      kind: field("K8S workload type", "k8sWorkloadType", "kubernetes_workload_type"),
      name: workload
    )
    let container = field(
      "K8S container name",
      "k8sPodContainerName",
      "kubernetes_pod_container_name"
    )
    finding.location.cluster = cluster.isEmpty ? nil : cluster
    finding.location.resource = object
    finding.identity.key += "\u{1F}\(cluster)\u{1F}\(object)\u{1F}\(container ?? "")"
    return finding
  }

  private func field(_ names: String...) -> String? {
    for name in names {
      if let value = column(name), !value.isEmpty { return value }
    }
    return nil
  }
}
