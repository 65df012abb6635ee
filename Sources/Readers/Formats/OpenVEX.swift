internal import Findings
internal import Syntax

/// OpenVEX: a maker's statements on whether vulnerabilities affect products.
public enum OpenVEX: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "openvex",
    title: "OpenVEX JSON",
    provenOn: "OpenVEX 0.2.0; 0.0.1 on no real statement yet",
    produce: "vexctl create --product PURL --vuln CVE --status not_affected > openvex.json",
    finding: """
      One statement on one product. Identity: advisory and package. `not_affected` is suppressed with \
      its justification, `fixed` is no finding. VEX states no severity.
      """,
    outcome: "Complete if the document is whole.",
    precedence: 1
  )

  /// A document of OpenVEX's namespace.
  public static func recognises(_ report: Report) -> Bool {
    guard let context = report.json?["@context"] else { return false }
    return context.string?.hasPrefix("https://openvex.dev/ns") == true
  }

  /// Each statement on each product.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    reading.forEach(try report.elements(of: "statements")) {
      reading,
      statement throws(SyntaxError) in
      let status = try statement.requiredString("status")
      // Version 0.0.1 had names alone.
      let record = statement["vulnerability"]
      let named = record.string ?? record["name"].string ?? record["@id"].string
      guard let name = named else { throw statement.error("expected a vulnerability") }
      let products = try statement.requiredArray("products")
      if products.count == 0 { throw statement.error("expected products") }
      reading.collect(products.elements) { product throws(SyntaxError) in
        try finding(name, of: product, status, statement)
      }
    }
    return reading
  }

  private static func finding(
    _ name: String,
    of product: JSON,
    _ status: String,
    _ statement: JSON
  ) throws(SyntaxError) -> Finding? {
    let named = product.string ?? product["@id"].string ?? product["identifiers"]["purl"].string
    guard let id = named else { throw product.error("expected a product's name") }
    var vulnerability = PackageVulnerability(name, of: Package(url: id) ?? Package(id, in: nil))
    for alias in statement["vulnerability"]["aliases"].strings { vulnerability.names.add(alias) }
    let reasons = [statement["justification"].nonEmpty, statement["impact_statement"].nonEmpty]
    let reason = reasons.compactMap { $0?.exchanging("_", for: " ") }.joined(separator: ": ")
    vulnerability.description = statement["vulnerability"]["description"].string
    vulnerability.remediation = statement["action_statement"].string
    vulnerability.message = statement["status_notes"].string
    switch status {
    case "fixed": return nil
    case "not_affected":
      vulnerability.suppression = Suppression(justification: MarkdownText.clean(reason))
    case "affected": break
    case "under_investigation":
      vulnerability.message = vulnerability.message ?? "The maker is still looking into it."
    default: throw statement.error("expected a known status")
    }
    return vulnerability.finding
  }
}
