internal import Findings
internal import Syntax

/// What a report says of its scan, or, before version 3, what its vulnerabilities say of it.
struct GitLabScan {
  let scanner: String?
  let version: String?
  let category: Category
  /// The repository of the one image that was scanned.
  let target: String?
  /// The package URL's type by lock file.
  let ecosystems: [String: String]

  init(_ root: JSON) throws(SyntaxError) {
    let scan = root["scan"]
    let first = root["vulnerabilities"][0]
    let tool = scan["scanner"]
    let name = tool["id"].nonEmpty ?? tool["name"].nonEmpty ?? first["scanner"]["id"].nonEmpty
    scanner = name.map { ScannerCategories.canonical($0) }
    version = tool["version"].nonEmpty.map { MarkdownText.line($0, limit: 100) }
    let kind = scan["type"].nonEmpty ?? first["category"].nonEmpty
    category = kind.map { Category(named: $0) } ?? Self.category(of: first)
    let images = Set(
      root["vulnerabilities"].elements.compactMap { $0["location"]["image"].string }
        .map { ImageName.repository(of: $0) }
    )
    target = images.count == 1 ? images.first : nil
    var ecosystems: [String: String] = [:]
    for file in try root.optionalArray("dependency_files").elements {
      guard let path = file["path"].string, let manager = file["package_manager"].string else {
        continue
      }
      ecosystems[path] = Self.ecosystem(of: manager)
    }
    self.ecosystems = ecosystems
  }

  /// The category that a vulnerability's location is typical of.
  private static func category(of entry: JSON) -> Category {
    let location = entry["location"]
    if location["image"].exists { return .container }
    if location["hostname"].exists || location["crash_type"].exists { return .dast }
    if location["dependency"]["package"]["name"].exists { return .dependency }
    return entry["raw_source_code_extract"].exists ? .secrets : .sast
  }

  /// Adds failure and gaps: the status, and messages of level fatal or error.
  static func outcome(of scan: JSON, to reading: inout Reading) {
    let status = scan["status"]
    if status.exists, !status.equals("success") {
      reading.failure = "the scan's status is \(status.equals("failure") ? "failure" : "unknown")"
    }
    for message in scan["messages"].elements {
      let text = message["value"].nonEmpty.map { MarkdownText.line($0, limit: 200) } ?? "an error"
      if message["level"].equals("fatal") {
        reading.failure = text
      } else if message["level"].equals("error"), reading.gaps.count < 20 {
        reading.gaps.append(text)
      }
    }
  }

  /// The package URL's type for the words of GitLab's analysers.
  private static func ecosystem(of manager: String) -> String {
    switch manager.lowercased() {
    case "bundler", "rubygems": "gem"
    case "go": "golang"
    case "maven", "gradle", "sbt", "gradle-kotlin-dsl": "maven"
    case "npm", "yarn", "pnpm", "yarn-berry": "npm"
    case "pip", "pipenv", "poetry", "setuptools", "uv", "python (python-pkg)", "python-pkg": "pypi"
    case let other: other
    }
  }
}
