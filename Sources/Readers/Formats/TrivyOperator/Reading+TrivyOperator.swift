internal import Findings
internal import Syntax

extension Reading {
  /// Adds a report, a list of them, or an object with a list for each kind.
  mutating func add(operator root: JSON) throws(SyntaxError) {
    guard try root.asObject()["kind"].exists else {
      let lists = TrivyOperator.kinds(of: root)
      if lists.isEmpty { throw root.error("expected a report or lists of reports") }
      for list in lists { add(items: try list.asArray()) }
      return
    }
    guard try root.requiredString("kind").hasSuffix("List") else { return addReport(root) }
    add(items: try root.requiredArray("items"))
    if root["metadata"]["continue"].nonEmpty != nil {
      gaps.append("further pages are not in this file")
    }
  }

  private mutating func add(items: JSON) {
    for item in items.elements { addReport(item) }
  }

  private mutating func addReport(_ item: JSON) {
    do {
      let report = try OperatorReport(item)
      scannerVersion = scannerVersion ?? report.scannerVersion
      try add(report)
    } catch {
      skipped.add(ReadError(error))
    }
  }

  private mutating func add(_ report: OperatorReport) throws(SyntaxError) {
    switch report.kind {
    case "VulnerabilityReport", "ClusterVulnerabilityReport", "ImageVulnerabilityReport":
      collect(try report.entries("vulnerabilities"), report.vulnerability)
    case "ConfigAuditReport", "ClusterConfigAuditReport", "RbacAssessmentReport",
      "ClusterRbacAssessmentReport", "InfraAssessmentReport", "ClusterInfraAssessmentReport":
      let entries = try report.entries("checks")
      checks.passed += entries.count { $0["success"].bool == true }
      collect(entries, report.check)
    case "ExposedSecretReport": collect(try report.entries("secrets"), report.secret)
    case "ClusterComplianceReport": try add(OperatorCompliance(report.object))
    // Lists of what is there, not of what is wrong with it.
    case "SbomReport", "ClusterSbomReport": break
    default: throw report.object.error("expected a known kind of report, found \(report.kind)")
    }
  }

  private mutating func add(_ compliance: OperatorCompliance) throws(SyntaxError) {
    let status = compliance.status
    if status["detailReport"].isObject {
      for control in try status["detailReport"].requiredArray("results").elements {
        do {
          let entries = try control.requiredArray("checks").elements
          checks.passed += entries.count { $0["success"].bool == true }
          collect(entries) { entry throws(SyntaxError) in
            try compliance.check(entry, of: control)
          }
        } catch {
          skipped.add(ReadError(error))
        }
      }
    } else if status["summaryReport"].isObject {
      let controls = try status["summaryReport"].requiredArray("controlCheck").elements
      checks.passed += controls.count { $0["totalFail"].int == 0 }
      checks.manual += controls.count { !$0["totalFail"].exists }
      collect(controls, compliance.control)
    } else {
      gaps.append("\(compliance.title) was not assessed")
    }
  }
}
