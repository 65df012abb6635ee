internal import Findings
internal import Syntax

/// Snyk's command line: vulnerabilities and licences of dependencies and images.
public enum Snyk: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "snyk",
    title: "Snyk JSON (`test`, `container test`)",
    provenOn: "reports of 2020 to 2023",
    produce: "snyk test --all-projects --json-file-output=snyk.json",
    finding: """
      One issue of one package; each path to it is an occurrence. Identity: advisory and package, with \
      the manifest or the image's repository. Issues that a policy ignores are suppressed.
      """,
    outcome: """
      Failed if Snyk reports an error instead of a project, partial if it does so for one of several.
      """,
    precedence: 3
  )

  /// A project, or a list of projects, with vulnerabilities; or Snyk's error.
  public static func recognises(_ report: Report) -> Bool {
    guard report.json != nil, !SnykIaC.recognises(report) else { return false }
    return report.entries.prefix(20).contains { isProject($0) || isError($0) }
  }

  /// Each issue of each project.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    let projects = report.entries
    let errors = projects.filter(isError).map { error in
      MarkdownText.line("Snyk: \(error["error"].string ?? "")", limit: 200)
    }
    if errors.count == projects.count {
      reading.failure = errors.first
    } else {
      reading.gaps = errors
    }
    reading.forEach(projects) { reading, project throws(SyntaxError) in
      if isError(project) { return }
      try reading.add(project, image: image(of: project))
      for application in project["applications"].elements {
        try reading.add(application, image: image(of: project))
      }
    }
    return reading
  }

  private static func isProject(_ entry: JSON) -> Bool {
    entry["vulnerabilities"].kind != .missing
      && (entry["dependencyCount"].int != nil || entry["packageManager"].string != nil)
  }

  private static func isError(_ entry: JSON) -> Bool {
    entry["ok"].bool == false && entry["error"].string != nil
  }

  /// The image that was tested; nil for anything else.
  private static func image(of project: JSON) -> String? {
    let isImage =
      project["docker"].isObject
      || ["deb", "rpm", "apk"].contains(project["packageManager"].string ?? "")
    return isImage ? project["path"].string ?? project["projectName"].string : nil
  }
}

extension Reading {
  fileprivate mutating func add(_ project: JSON, image: String?) throws(SyntaxError) {
    let manifest = project["displayTargetFile"].nonEmpty ?? project["targetFile"].nonEmpty
    if let image {
      category = .container
      target = ImageName.repository(of: image)
    }
    collect(try project.requiredArray("vulnerabilities").elements) { entry throws(SyntaxError) in
      try Snyk.finding(entry, in: manifest, image: image)
    }
    collect(project["filtered"]["ignore"].elements) { entry throws(SyntaxError) in
      var finding = try Snyk.finding(entry, in: manifest, image: image)
      let reasons = entry["filtered"]["ignored"].elements.compactMap { $0["reason"].nonEmpty }
      finding.suppression = Suppression(justification: MarkdownText.clean(reasons.first))
      return finding
    }
  }
}
