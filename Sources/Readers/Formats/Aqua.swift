internal import Findings
internal import Syntax

/// Aqua: vulnerabilities of images, from its scanner or its interface.
public enum Aqua: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "aqua",
    title: "Aqua JSON",
    provenOn: "Aqua's scanner 4 and 5, its API 1 and 2",
    produce: "scannercli scan --jsonfile aqua.json IMAGE",
    finding: """
      One vulnerability of one resource of an image. Identity: advisory, package and image repository. \
      Acknowledged vulnerabilities are suppressed.
      """,
    outcome: "Partial if the interface has further pages. An empty report is known by its name.",
    precedence: 3
  )

  /// Resources (scanner), results (API 2) or CVEs (API 1) of an image.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    if root.count == 0 { return report.isNamed(format.name) }
    return root["image"].string != nil
      && (root["resources"].isArray || root["vulnerability_summary"].isObject)
      || root["cves"].isArray && root["image_name"].string != nil
      || root["result"].isArray
        && (root["more_data_all_pages"].int != nil || root["is_partial_data"].bool != nil)
  }

  /// Each vulnerability.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .container)
    let root = try report.requiredJSON()
    let image =
      root.either("image", "image_name").string ?? root["query"]["image_name"].string ?? ""
    reading.target = image.isEmpty ? nil : ImageName.repository(of: image)
    if root.count == 0 { return reading }
    if root["cves"].kind != .missing {
      reading.collect(try report.elements(of: "cves")) { entry throws(SyntaxError) in
        try finding(entry, of: package(ofFile: entry), in: image)
      }
    } else if root["result"].kind != .missing {
      if (root["more_data_all_pages"].int ?? 0) > 0 || root["is_partial_data"].bool == true {
        reading.gaps.append("Aqua says that there are more pages")
      }
      reading.collect(try report.elements(of: "result")) { entry throws(SyntaxError) in
        let resource = try entry.requiredObject("resource")
        let name = entry["image_name"].string ?? image
        return try finding(entry, of: package(resource, fix: entry), path: resource, in: name)
      }
    } else {
      if let error = root["errorMsg"].nonEmpty { reading.gaps.append(MarkdownText.line(error)) }
      reading.forEach(try report.elements(of: "resources")) { reading, entry throws(SyntaxError) in
        let resource = try entry.requiredObject("resource")
        let list = try entry.strictArray("vulnerabilities").elements
        reading.collect(list) { entry throws(SyntaxError) in
          try finding(entry, of: package(resource, fix: entry), path: resource, in: image)
        }
      }
    }
    return reading
  }

  private static func package(_ resource: JSON, fix: JSON) throws(SyntaxError) -> Package {
    let named = resource.either("name", "path")
    guard let name = named.nonEmpty else { throw resource.error("expected a name or a path") }
    return Package(
      name,
      in: resource["format"].string,
      version: resource["version"].string,
      fixedIn: fix["fix_version"].string
    )
  }

  private static func package(ofFile entry: JSON) throws(SyntaxError) -> Package {
    Package(try entry.requiredString("file"), in: nil, fixedIn: entry["fix_version"].string)
  }

  private static func finding(
    _ entry: JSON,
    of package: Package,
    path resource: JSON? = nil,
    in image: String
  ) throws(SyntaxError) -> Finding {
    let severity = entry.either("aqua_severity", "severity", "vendor_severity", "nvd_severity")
    var vulnerability = PackageVulnerability(
      try entry.requiredString("name"),
      of: package,
      severity: severity.string
    )
    for weakness in entry["cwe_info"].elements {
      vulnerability.names.add(cwe: weakness["Id"].string ?? "")
    }
    vulnerability.ratings.add(
      score: entry.either("nvd_score_v3", "nvd_cvss3_score").double,
      vector: entry.either("nvd_vectors_v3", "nvd_cvss3_vectors").string,
      version: 3
    )
    vulnerability.ratings.add(
      score: entry.either("nvd_score", "nvd_cvss2_score").double,
      vector: entry.either("nvd_vectors", "nvd_cvss2_vectors").string,
      version: 2
    )
    vulnerability.description = entry["description"].string
    vulnerability.remediation = entry["solution"].string
    vulnerability.links = [entry.either("nvd_url", "url", "vendor_url").string ?? ""]
    vulnerability.path = resource?["path"].nonEmpty ?? entry["file"].nonEmpty
    vulnerability.image = image
    let isAcknowledged =
      entry["acknowledged"].bool == true
      || entry["acknowledged_date"].string.map { !$0.hasPrefix("1970-") && !$0.isEmpty } ?? false
    if isAcknowledged {
      let reason = MarkdownText.clean(entry["ack_comment"].string)
      vulnerability.suppression = Suppression(justification: reason)
    }
    return vulnerability.finding
  }
}
