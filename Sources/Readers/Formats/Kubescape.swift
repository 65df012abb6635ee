internal import Findings
internal import Syntax

/// Kubescape: controls of Kubernetes frameworks, on a cluster or on files.
public enum Kubescape: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "kubescape",
    title: "Kubescape JSON",
    provenOn: "Kubescape 2.0 and 3.0, format version 2",
    produce: "kubescape scan --format json --format-version v2 --output kubescape.json",
    finding: """
      One control that one resource fails, however many of its rules fail. Identity: control, \
      cluster and object; place: its file. What an exception covers is suppressed.
      """,
    outcome: """
      Passed controls and those left to a human are counted. Failed if the summary counts failed \
      resources and no control of one is listed.
      """,
    precedence: 3
  )

  /// Results by resource beside a summary by control.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["summaryDetails"].exists && root["results"].kind != .missing
  }

  /// Each resource's controls.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: format.name, .kubernetes) { reading, root throws(SyntaxError) in
      let version = root["metadata"]["scanMetadata"]["kubescapeVersion"].nonEmpty
      reading.scannerVersion = version.map { String($0.trimmingPrefix("v")) }
      let scan = KubescapeScan(root)
      reading.forEach(try root.optionalArray("results").elements) {
        reading,
        result throws(SyntaxError) in
        let resource = scan.resource(try result.asObject().requiredString("resourceID"))
        let controls = try result.requiredArray("controls").elements
        let statuses = controls.map { KubescapeScan.status(of: $0) }
        reading.checks.passed += statuses.count { $0 == .passed }
        reading.checks.manual += statuses.count { $0 == .manual }
        reading.collect(controls) { control throws(SyntaxError) in
          try scan.finding(control, resource)
        }
      }
      let summary = try root.requiredObject("summaryDetails")
      reading.failIfNone(of: summary["ResourceCounters"]["failedResources"].int, "failed resources")
    }
  }
}
