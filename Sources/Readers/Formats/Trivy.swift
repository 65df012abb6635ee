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
}
