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
}
