internal import Findings
internal import Syntax

/// Packages that Trivy and Grype describe in words, one `Label: value` a line.
enum SARIFPackage {
  /// The package of Grype's help text; nil where it is not described so.
  static func package(labelledIn text: JSON) -> Package? {
    guard let lines = labels(text.string), let name = lines["Package"], let type = lines["Type"]
    else { return nil }
    return Package(
      ecosystem: ecosystem(type),
      name: name,
      version: lines["Version"],
      fixedIn: lines["Fix Version"]
    )
  }

  /// The package and advisory of Trivy's message; nil where it is not described so.
  static func package(inMessage text: String) -> Package? {
    guard let lines = labels(text),
      let name = lines["Package"], let version = lines["Installed Version"]
    else { return nil }
    return Package(ecosystem: "", name: name, version: version, fixedIn: lines["Fixed Version"])
  }

  private static func labels(_ text: String?) -> [String: String]? {
    guard let text, text.holds("Package: ") else { return nil }
    var labels: [String: String] = [:]
    for line in text.split(separator: "\n").prefix(30) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = MarkdownText.line(String(parts[1]))
      if !value.isEmpty { labels[String(parts[0])] = value }
    }
    return labels
  }

  /// The package URL's type for the words of Syft.
  private static func ecosystem(_ type: String) -> String {
    switch type {
    case "java-archive", "jenkins-plugin": "maven"
    case "python": "pypi"
    case "go-module": "golang"
    case "rust-crate": "cargo"
    case "php-composer": "composer"
    case "dotnet": "nuget"
    default: type
    }
  }
}
