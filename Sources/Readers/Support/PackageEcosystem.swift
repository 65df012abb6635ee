internal import Findings

extension Package {
  /// A package whose ecosystem the scanner names in a word of its own; empty texts are none.
  init(_ name: String, in word: String?, version: String? = nil, fixedIn: String? = nil) {
    let ecosystem = PackageEcosystem.type(of: word ?? "")
    self.init(
      ecosystem: ecosystem,
      name: MarkdownText.line(
        ecosystem == "maven" ? name.exchanging(":", for: "/") : name,
        limit: 500
      ),
      version: version.flatMap { $0.isEmpty ? nil : MarkdownText.line($0, limit: 200) },
      fixedIn: fixedIn.flatMap { $0.isEmpty ? nil : MarkdownText.line($0, limit: 500) }
    )
  }

  /// The package of a package URL, an operating system's without its distribution; nil if the text is
  /// none.
  init?(url text: String?, fixedIn: String? = nil) {
    guard let text, let url = PackageURL(parsing: text) else { return nil }
    self = url.package
    if ["deb", "rpm", "apk"].contains(url.type) { name = url.name }
    self.fixedIn = fixedIn.flatMap { $0.isEmpty ? nil : MarkdownText.line($0, limit: 500) }
  }
}

/// The package URL types that scanners' words for ecosystems, languages and distributions mean.
enum PackageEcosystem {
  /// The type; the word itself, lower case, where it is not known.
  static func type(of word: String) -> String {
    let name = word.lowercased().prefix { $0 != ":" && $0 != " " }
    return types[name] ?? TrivyEcosystem.type(of: String(name))
  }

  private static let types: [Substring: String] = {
    let names = [
      "deb": "debian ubuntu dpkg",
      "apk": "alpine apkg wolfi",
      "rpm": "rhel amzn amazonlinux ol sles centos",
      "npm": "javascript js node node_packaged_module npm_js",
      "pypi": "python pip",
      "gem": "ruby rubygems",
      "cargo": "rust crates.io",
      "composer": "php packagist",
      "maven": "java java-archive jar maven_artifact gav jenkins-plugin",
      "golang": "go go-module",
      "nuget": "dotnet .net",
      "githubactions": "actions github-action",
      "hex": "erlang elixir",
      "docker": "docker oci",
      // What some scanners call packages of whichever distribution.
      "": "os",
    ]
    var types: [Substring: String] = [:]
    for (type, list) in names {
      for name in list.split(separator: " ") { types[name] = type }
    }
    return types
  }()
}
