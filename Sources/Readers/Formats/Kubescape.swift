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
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    let version = root["metadata"]["scanMetadata"]["kubescapeVersion"].nonEmpty
    var reading = Reading(
      scanner: format.name,
      version: version.map { String($0.trimmingPrefix("v")) },
      category: .kubernetes
    )
    do {
      let summary = try root.requiredObject("summaryDetails")
      let scan = KubescapeScan(root)
      for result in try root.optionalArray("results").elements {
        do {
          let id = try result.asObject().requiredString("resourceID")
          let resource = scan.resource(id)
          let controls = try result.requiredArray("controls").elements
          reading.count(controls)
          reading.collect(controls) { control throws(SyntaxError) in
            try scan.finding(control, resource)
          }
        } catch {
          reading.skipped.add(ReadError(error))
        }
      }
      let failed = summary["ResourceCounters"]["failedResources"].int ?? 0
      if reading.findings.isEmpty, reading.skipped.count == 0, failed > 0 {
        reading.failure = "the summary counts failed resources and the report lists none"
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }
}

extension Reading {
  fileprivate mutating func count(_ controls: JSON.Elements) {
    for control in controls {
      switch KubescapeScan.status(of: control) {
      case .passed: checks.passed += 1
      case .manual: checks.manual += 1
      default: break
      }
    }
  }
}
