internal import Findings
internal import Syntax

/// CycloneDX: bills of materials that list vulnerabilities, from whichever tool.
public enum CycloneDX: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "cyclonedx",
    title: "CycloneDX JSON and XML",
    provenOn: "CycloneDX 1.4 to 1.7, and the vulnerability extension of 1.2",
    produce: "trivy image --format cyclonedx --scanners vuln --output bom.cdx.json IMAGE",
    finding: """
      One vulnerability of one affected component. Identity: advisory and package, for a container \
      also its repository. Suppressed: analysed as resolved, not affected or a false positive, and \
      versions listed as unaffected.
      """,
    outcome: "Complete if the document is whole; one without vulnerabilities is a scan without.",
    precedence: 1
  )

  /// `bomFormat` in JSON, a `bom` in CycloneDX's namespace in XML.
  public static func recognises(_ report: Report) -> Bool {
    if let root = report.json { return root["bomFormat"].equals("CycloneDX") }
    guard let root = report.xml, root.isNamed("bom") else { return false }
    return root.namespace?.hasPrefix("http://cyclonedx.org/schema/bom") ?? false
  }

  /// Each vulnerability of each component that it affects.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    do {
      if let root = report.json { return try read(root) }
      if let root = report.xml { return read(root) }
    } catch {
      throw ReadError(error)
    }
    throw ReadError(problem: "expected JSON or XML")
  }

  private static func read(_ root: JSON) throws(SyntaxError) -> Reading {
    let metadata = root["metadata"]
    let tools = metadata["tools"]
    let tool = tools.isArray ? tools[0] : tools["components"][0]
    let components = try CycloneDXComponents(root)
    var reading = reading(by: tool["name"].string, tool["version"].string, components)
    for entry in try root.strictArray("vulnerabilities").elements {
      reading.add(components) { () throws(SyntaxError) in try CycloneDXVulnerability(entry) }
    }
    return reading
  }

  private static func read(_ root: XMLElement) -> Reading {
    let tools = root.child("metadata").child("tools")
    let modern = tools.child("components").child("component")
    let tool = modern.exists ? modern : tools.child("tool")
    let components = CycloneDXComponents(root)
    var reading = reading(
      by: tool.child("name").nonEmpty,
      tool.child("version").nonEmpty,
      components
    )
    for entry in root.child("vulnerabilities").children("vulnerability") {
      reading.add(components) { () throws(SyntaxError) in try CycloneDXVulnerability(entry) }
    }
    // The extension of 1.2 puts vulnerabilities into the components.
    for (reference, element) in components.elements {
      for entry in element.child("vulnerabilities").children("vulnerability") {
        reading.add(components) { () throws(SyntaxError) in
          try CycloneDXVulnerability(entry, of: reference)
        }
      }
    }
    return reading
  }

  /// A reading by the tool that made the document.
  private static func reading(
    by tool: String?,
    _ version: String?,
    _ components: CycloneDXComponents
  ) -> Reading {
    let name = tool.map { MarkdownText.line($0, limit: 60).lowercased().exchanging(" ", for: "-") }
    var reading = Reading(
      scanner: name.flatMap { $0.isEmpty ? nil : $0 } ?? format.name,
      version: version,
      category: components.image == nil ? .dependency : .container
    )
    reading.target = components.image.map(ImageName.repository)
    return reading
  }
}

extension Reading {
  /// Adds a vulnerability's findings; one that cannot be read is set aside.
  fileprivate mutating func add(
    _ components: CycloneDXComponents,
    _ vulnerability: () throws(SyntaxError) -> CycloneDXVulnerability
  ) {
    do throws(SyntaxError) {
      let vulnerability = try vulnerability()
      findings += vulnerability.affected.map { vulnerability.finding(of: $0, among: components) }
    } catch {
      skipped.add(ReadError(error))
    }
  }
}
