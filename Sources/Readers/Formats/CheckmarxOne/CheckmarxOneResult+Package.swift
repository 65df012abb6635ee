internal import Findings
internal import Syntax

extension CheckmarxOneResult {
  /// A result of the engine for packages.
  init?(_ entry: JSON, in package: JSON) throws(SyntaxError) {
    guard let severity = try Self.severity(of: entry) else { return nil }
    let details = entry["vulnerabilityDetails"]
    guard
      let id = [
        details["cveName"], entry["cveId"], entry["cveName"], entry["similarityId"], entry["id"],
      ]
      .lazy.compactMap({ $0.nonEmpty }).first
    else { throw entry.error("expected an advisory, found none") }
    var result = PackageVulnerability(id, of: try Self.package(package, entry))
    (result.severity, result.word) = severity
    result.description = entry["description"].nonEmpty
    result.path = package["scaPackageData"]["locations"][0].nonEmpty
    result.links = package["packageData"].elements.compactMap { $0["url"].string }
    for weakness in [details["cweId"], entry["cwe"]] {
      if let number = weakness.text { result.names.add(cwe: number) }
    }
    result.ratings.add(score: details["cvssScore"].double, vector: nil)
    result.suppression = Self.suppression(of: entry)
    self = .package(result)
  }

  /// The package of a result: by its parts where they are given, else from an identifier such as
  /// `Maven-com.thoughtworks.xstream:xstream-1.4.5`.
  private static func package(_ package: JSON, _ entry: JSON) throws(SyntaxError) -> Package {
    let fixed = package["recommendedVersion"].nonEmpty
    if let name = package["packageName"].nonEmpty {
      let version = package["packageVersion"].nonEmpty
      return Package(ecosystem: "", name: name, version: version, fixedIn: fixed)
    }
    let identifier = try package.requiredString("packageIdentifier", or: "name")
    let parts = identifier.split(separator: "-", maxSplits: 1)
    guard parts.count == 2 else { return Package(ecosystem: "", name: identifier, fixedIn: fixed) }
    let (name, version) = split(parts[1], version: entry["version"].nonEmpty)
    let type = parts[0].lowercased()
    return Package(
      ecosystem: types[type] ?? type,
      name: name.exchanging(":", for: "/"),
      version: version,
      fixedIn: fixed
    )
  }

  /// The package URL's types that Checkmarx calls by other names.
  private static let types = ["python": "pypi", "php": "composer", "go": "golang", "ruby": "gem"]

  /// Name and version, which begins at the first hyphen that a digit follows if it is not known.
  private static func split(_ text: Substring, version: String?) -> (String, String?) {
    if let version, text.hasSuffix("-\(version)") {
      return (String(text.dropLast(version.count + 1)), version)
    }
    var index = text.startIndex
    while let hyphen = text[index...].firstIndex(of: "-") {
      let rest = text[text.index(after: hyphen)...]
      if rest.first?.isNumber ?? false { return (String(text[..<hyphen]), String(rest)) }
      index = rest.startIndex
    }
    return (String(text), version)
  }
}
