internal import Findings
internal import Syntax

/// Trivy Operator: the reports that it keeps in a cluster as custom resources.
public enum TrivyOperator: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "trivy-operator",
    title: "Trivy Operator custom resources",
    provenOn: "Trivy Operator 0.12 to 0.18",
    produce: """
      kubectl get vulnerabilityreports,configauditreports,exposedsecretreports -A -o json \
      > trivy-operator.json
      """,
    finding: """
      One vulnerability of a package, failed check or secret of one workload, or one failed control \
      of a compliance report. Identity: advisory, package, workload and image; check and workload; \
      secret rule, file and workload.
      """,
    outcome: """
      Partial if the list says that it goes on, or if a compliance report was never filled. An empty \
      list is known by its name.
      """,
    precedence: 3
  )

  /// A report, a list of them, or an object with a list for each kind.
  public static func recognises(_ report: Report) -> Bool {
    guard let roots = roots(of: report) else { return false }
    if roots.prefix(20).contains(where: isOurs) { return true }
    return roots.count == 1 && roots[0]["kind"].equals("List")
      && (roots[0]["items"].elements.prefix(20).contains(where: isOurs)
        || roots[0]["items"].isArray && roots[0]["items"].count == 0
          && report.isNamed(format.name))
  }

  /// Each report's vulnerabilities, checks, secrets or controls.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .kubernetes)
    do {
      for root in roots(of: report) ?? [] { try reading.add(operator: root) }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  private static func roots(of report: Report) -> [JSON]? {
    guard let root = report.json else { return report.lines }
    return root.isArray ? Array(root.elements) : root.isObject ? [root] : nil
  }

  /// A report or a list of reports by its version, or an object whose keys are kinds of reports.
  private static func isOurs(_ object: JSON) -> Bool {
    if let version = object["apiVersion"].string { return version.hasPrefix(group + "/") }
    return kinds(of: object).contains { _ in true }
  }

  private static let group = "aquasecurity.github.io"

  /// The lists of an object whose keys are kinds of reports, such as
  /// `configauditreports.aquasecurity.github.io`.
  static func kinds(of object: JSON) -> [JSON] {
    object.members.filter { $0.key.hasSuffix(".\(group)") }.map(\.value)
  }
}
