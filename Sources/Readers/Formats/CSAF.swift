internal import Findings
internal import Syntax

/// CSAF: a maker's advisories and VEX statements (OASIS CSAF 2.0).
public enum CSAF: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "csaf",
    title: "CSAF 2.0 JSON, advisories and VEX",
    provenOn: "the OASIS standard CSAF 2.0, categories csaf_security_advisory and csaf_vex",
    produce: "download the advisory from its maker, such as from its provider-metadata.json",
    finding: """
      One vulnerability of one product. Identity: advisory and product. Known not affected is \
      suppressed with its flag, fixed is no finding; the CVSS rating is the severity.
      """,
    outcome: "Complete if the document is whole.",
    precedence: 1
  )

  /// A document with its CSAF version.
  public static func recognises(_ report: Report) -> Bool {
    guard let document = report.json?["document"] else { return false }
    return document["csaf_version"].string != nil && document["tracking"].isObject
  }

  /// Each vulnerability of each product.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    let root = try report.requiredJSON()
    var reading = Reading(scanner: format.name, category: .dependency)
    let products = CSAFProducts(root["product_tree"])
    if root["vulnerabilities"].kind == .missing { return reading }
    reading.forEach(try report.elements(of: "vulnerabilities")) {
      reading,
      entry throws(SyntaxError) in
      let entry = try entry.asObject()
      let status = try entry.requiredObject("product_status")
      for (name, ids) in status.members {
        guard let status = CSAFStatus(name) else { continue }
        for id in ids.strings {
          reading.findings += [try finding(entry, of: id, status, products)]
        }
      }
    }
    return reading
  }

  private static func finding(
    _ entry: JSON,
    of id: String,
    _ status: CSAFStatus,
    _ products: CSAFProducts
  ) throws(SyntaxError) -> Finding {
    let named = entry["cve"].nonEmpty ?? entry["ids"][0]["text"].nonEmpty
    guard let name = named else { throw entry.error("expected a CVE or another id") }
    func of(_ list: StaticString) -> JSON? {
      entry[list].elements.first { $0["product_ids"].strings.contains(id) }
    }
    let notes = Array(entry["notes"].elements)
    let rating = entry["scores"].elements.first { $0["products"].strings.contains(id) }
    var vulnerability = PackageVulnerability(name, of: products.package(id))
    for version in ["cvss_v4", "cvss_v3", "cvss_v2"] {
      guard let cvss = rating?[member: version], cvss.isObject else { continue }
      vulnerability.ratings.add(
        score: cvss["baseScore"].double,
        vector: cvss["vectorString"].string,
        version: cvss["version"].double
      )
    }
    vulnerability.title = entry["title"].string
    vulnerability.description =
      notes.first { $0["category"].equals("description") }?["text"].string
      ?? notes.first { $0["category"].equals("summary") }?["text"].string
    vulnerability.remediation = of("remediations")?["details"].string
    vulnerability.message = status.words ?? of("threats")?["details"].string
    vulnerability.links = entry["references"].elements.compactMap { $0["url"].string }
    vulnerability.names.add(cwe: entry["cwe"]["id"].string ?? "")
    if status == .notAffected {
      let reasons = [of("flags")?["label"].string, of("threats")?["details"].string]
      let reason = reasons.compactMap { $0?.replacing("_", with: " ") }.joined(separator: ": ")
      vulnerability.suppression = Suppression(justification: MarkdownText.clean(reason))
    }
    return vulnerability.rated.finding
  }
}
