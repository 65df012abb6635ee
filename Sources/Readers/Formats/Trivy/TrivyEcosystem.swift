/// The package URL types that Trivy's names for package managers and distributions mean.
enum TrivyEcosystem {
  /// The type for a result's `Type`; the name itself where it is not known, empty where there is
  /// none.
  static func type(of name: String) -> String {
    types[name] ?? name
  }

  /// Trivy, `pkg/fanal/types/const.go`, against the package URL specification's list of types.
  private static let types: [String: String] = {
    let names: [String: String] = [
      "deb": "debian ubuntu",
      "apk": "alpine wolfi chainguard minimos",
      "rpm": """
      redhat centos rocky alma oracle amazon fedora photon azurelinux mariner cbl-mariner bottlerocket
      opensuse opensuse.leap opensuse.tumbleweed opensuse-leap opensuse-tumbleweed sles slem
      """,
      "npm": "npm yarn pnpm bun node-pkg nodejs javascript",
      "pypi": "pip pipenv poetry uv pylock python-pkg",
      "conda": "conda-pkg conda-environment",
      "gem": "bundler gemspec rubygems",
      "cargo": "cargo rustbinary rust-binary",
      "composer": "composer composer-vendor",
      "maven": "jar pom gradle sbt maven",
      "golang": "gomod gobinary go",
      "nuget": "nuget nuget-config dotnet-core packages-props",
      "conan": "conan",
      "pub": "pub",
      "hex": "hex mix-lock",
      "swift": "swift",
      "cocoapods": "cocoapods",
      "julia": "julia",
    ]
    var types: [String: String] = [:]
    for (type, list) in names {
      for name in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        types[String(name)] = type
      }
    }
    return types
  }()
}
