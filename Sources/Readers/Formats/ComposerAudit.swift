internal import Findings
internal import Syntax

/// composer audit: known vulnerabilities of PHP packages, and abandoned ones.
public enum ComposerAudit: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "composer-audit",
    title: "composer audit JSON",
    provenOn: "Composer 2; its source",
    produce: "composer audit --format=json > composer-audit.json",
    finding: """
      One advisory of one package, or one abandoned package. Identity: advisory and package. Ignored \
      advisories are suppressed; being abandoned has no severity.
      """,
    outcome: "Partial if a repository was out of reach.",
    precedence: 3
  )

  /// Advisories by package beside abandoned packages; PHP writes what is empty as a list.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["advisories"].kind != .missing else { return false }
    return root["abandoned"].kind != .missing
      || root.count == 1 && root["advisories"].isArray && root["advisories"].count == 0
      || root["advisories"].members.prefix(20).contains {
        $0.value.elements.contains { $0["advisoryId"].string != nil }
      }
  }

  /// Each advisory, and each abandoned package.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    let root = try report.requiredJSON()
    reading.gaps = root["unreachable-repositories"].strings.map { repository in
      MarkdownText.line("the repository \(repository) was out of reach", limit: 200)
    }
    do {
      for (name, list) in try packages(root["advisories"]) {
        try reading.add(list, of: name, isIgnored: false)
      }
      for (name, list) in try packages(root["ignored-advisories"]) {
        try reading.add(list, of: name, isIgnored: true)
      }
      for (name, successor) in try packages(root["abandoned"]) {
        var entry = PackageVulnerability("abandoned", of: Package(name, in: "composer"))
        entry.title = "\(name) is abandoned"
        entry.remediation = successor.nonEmpty.map { "Use `\($0)` instead." }
        reading.findings.append(entry.finding)
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  private static func packages(_ value: JSON) throws(SyntaxError) -> JSON.Members {
    let isEmpty = value.kind == .missing || value.isArray && value.count == 0
    return try isEmpty ? value.members : value.asObject().members
  }
}

extension Reading {
  fileprivate mutating func add(
    _ list: JSON,
    of name: String,
    isIgnored: Bool
  ) throws(SyntaxError) {
    // A list with gaps in its numbers is an object in PHP.
    let entries = list.isObject ? list.members.map { $0.value } : Array(try list.asArray().elements)
    collect(entries) { entry throws(SyntaxError) in
      var vulnerability = PackageVulnerability(
        try entry.requiredString("advisoryId"),
        of: Package(name, in: "composer"),
        severity: try entry.optionalString("severity")
      )
      if let cve = try entry.optionalString("cve") { vulnerability.names.add(cve) }
      for source in entry["sources"].elements {
        if let id = source["remoteId"].string, id.hasPrefix("GHSA-") { vulnerability.names.add(id) }
      }
      vulnerability.title = try entry.optionalString("title")
      vulnerability.description = entry["affectedVersions"].nonEmpty.map { "Affected: `\($0)`" }
      vulnerability.links = [entry["link"].string ?? ""]
      if isIgnored {
        let reason = MarkdownText.clean(entry["ignoreReason"].string)
        vulnerability.suppression = Suppression(justification: reason)
      }
      return vulnerability.finding
    }
  }
}
