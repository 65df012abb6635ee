internal import Findings
internal import Syntax

/// OWASP ZAP: alerts about a running application, from the traditional reports.
public enum ZAP: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "zap",
    title: "OWASP ZAP JSON and XML",
    provenOn: "ZAP 2.7 to 2.16, traditional JSON and XML, with and without requests",
    produce: "zap-baseline.py -t https://staging.example.com -J zap.json",
    finding: """
      One instance of an alert. Identity: rule, method, path with its identifiers replaced, and \
      parameter. Alerts marked as false positives are suppressed. Requests, responses and evidence \
      are not read: they hold cookies and tokens.
      """,
    outcome: "A report without a site is a failed scan: nothing was reached.",
    precedence: 3
  )

  /// `@version` and `site` in JSON, an `OWASPZAPReport` in XML.
  public static func recognises(_ report: Report) -> Bool {
    if let root = report.json {
      // GitLab's older DAST reports carry ZAP's own beside their vulnerabilities.
      return root["@version"].string != nil && root["site"].kind != .missing
        && !root["vulnerabilities"].isArray
    }
    return report.xml?.isNamed("OWASPZAPReport") ?? false
  }

  /// Each instance of each site's alerts.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    do {
      if let root = report.json { return try read(root) }
      if let root = report.xml { return try read(root) }
    } catch {
      throw ReadError(error)
    }
    throw ReadError(problem: "expected JSON or XML")
  }

  private static let unreached = "the report names no site: nothing was reached"

  private static func read(_ root: JSON) throws(SyntaxError) -> Reading {
    var reading = Reading(scanner: format.name, version: root["@version"].nonEmpty, category: .dast)
    let site = root["site"]
    let sites = site.isObject ? [site] : Array(try site.asArray().elements)
    if sites.isEmpty { reading.failure = unreached }
    for site in sites {
      do {
        let name = try site.asObject().optionalString("@name") ?? ""
        for alert in try site.requiredArray("alerts").elements {
          reading.add { () throws(SyntaxError) in try ZAPAlert(alert, site: name) }
        }
      } catch {
        reading.skipped.add(ReadError(error))
      }
    }
    let errors = root["afPlanErrors"].elements.count { _ in true }
    if errors > 0 { reading.gaps.append("the automation plan had errors: \(errors)") }
    return reading
  }

  private static func read(_ root: XMLElement) throws(SyntaxError) -> Reading {
    var reading = Reading(scanner: format.name, version: root["version"], category: .dast)
    let sites = root.children("site")
    if sites.isEmpty { reading.failure = unreached }
    for site in sites {
      let alerts = site.child("alerts")
      guard alerts.exists else {
        reading.skipped.add(ReadError(site.error("expected alerts")))
        continue
      }
      for alert in alerts.children("alertitem") {
        reading.add { () throws(SyntaxError) in try ZAPAlert(alert, site: site["name"] ?? "") }
      }
    }
    return reading
  }
}

extension Reading {
  /// Adds an alert's instances; one that cannot be read is set aside with all of them.
  fileprivate mutating func add(_ alert: () throws(SyntaxError) -> ZAPAlert) {
    do throws(SyntaxError) {
      let alert = try alert()
      findings += alert.instances.map { alert.finding(of: $0) }
    } catch {
      skipped.add(ReadError(error))
    }
  }
}
