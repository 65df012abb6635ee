internal import Findings
internal import Syntax

extension CheckmarxOneResult {
  /// The package of a result: by its parts where they are given, else from an identifier such as
  /// `Maven-com.thoughtworks.xstream:xstream-1.4.5`.
  static func package(_ package: JSON, _ entry: JSON) throws(SyntaxError) -> Package {
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
      name: name.replacing(":", with: "/"),
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
