internal import Findings
internal import Syntax

/// The components of a document, by the references that vulnerabilities use.
struct CycloneDXComponents {
  /// A component as far as a finding needs it.
  struct Component {
    var package: Package
    /// The file it was found in or declared by.
    var path: String?
  }

  private var components: [String: Component] = [:]
  /// The container image the document describes, with its tag; nil if it describes something else.
  private(set) var image: String?
  /// Each component's element with its reference, in the order of the document.
  private(set) var elements: [(reference: String, element: XMLElement)] = []

  init(_ root: JSON) throws(SyntaxError) {
    let subject = root["metadata"]["component"]
    if subject["type"].equals("container") { image = subject["name"].nonEmpty }
    add(subject)
    for component in try root.strictArray("components").elements { add(component) }
    for service in root["services"].elements { add(service) }
  }

  init(_ root: XMLElement) {
    let subject = root.child("metadata").child("component")
    if subject["type"] == "container" { image = subject.child("name").nonEmpty }
    add(subject)
    for component in root.child("components").children("component") { add(component) }
    for service in root.child("services").children("service") { add(service) }
  }

  /// The component behind a reference, which may be a link into this or another document; one that
  /// is not listed is known by its reference alone.
  func component(_ reference: String) -> Component {
    if let component = components[reference] { return component }
    let isLink = reference.hasPrefix("urn:cdx:")
    let fragment = isLink ? reference.split(separator: "#").last.map(String.init) : nil
    let name = PercentEncoding.decoded(fragment ?? reference)
    if let component = components[name] { return component }
    if let package = Self.package(name) { return Component(package: package) }
    return Component(package: Package(ecosystem: "", name: MarkdownText.line(name, limit: 200)))
  }

  private mutating func add(_ entry: JSON) {
    guard let name = entry["name"].string else { return }
    let properties = entry["properties"].elements.lazy.map { property in
      (property["name"].string ?? "", property["value"].string ?? "")
    }
    let component = Self.component(
      (entry["group"].string, name, entry["version"].string, entry["purl"].string),
      path: entry["evidence"]["occurrences"][0]["location"].nonEmpty ?? Self.path(properties)
    )
    for reference in [entry["bom-ref"].string, entry["purl"].string].compactMap({ $0 })
    where components[reference] == nil {
      components[reference] = component
    }
    for inner in entry["components"].elements { add(inner) }
    for inner in entry["services"].elements { add(inner) }
  }

  private mutating func add(_ element: XMLElement) {
    guard let name = element.child("name").nonEmpty else { return }
    let properties = element.child("properties").children("property").lazy.map { property in
      (property["name"] ?? "", property.nonEmpty ?? "")
    }
    let url = element.child("purl").nonEmpty
    let component = Self.component(
      (element.child("group").nonEmpty, name, element.child("version").nonEmpty, url),
      path: Self.path(properties)
    )
    let own = element["bom-ref"] ?? url ?? "component \(elements.count)"
    elements.append((own, element))
    for reference in [own, url].compactMap({ $0 }) where components[reference] == nil {
      components[reference] = component
    }
    for inner in element.child("components").children("component") { add(inner) }
  }

  private static func component(
    _ parts: (group: String?, name: String, version: String?, url: String?),
    path: String?
  ) -> Component {
    var package =
      parts.url.flatMap(Self.package)
      ?? Package(
        ecosystem: "",
        name: parts.group.map { $0.isEmpty ? parts.name : "\($0)/\(parts.name)" } ?? parts.name
      )
    package.version = package.version ?? parts.version
    return Component(package: package, path: path)
  }

  /// The package that a package URL names; an operating system's without the distribution, which
  /// other reports of the same package do not name.
  private static func package(_ text: String) -> Package? {
    guard let url = PackageURL(parsing: text) else { return nil }
    var package = url.package
    if ["apk", "deb", "rpm"].contains(url.type) { package.name = url.name }
    return package
  }

  /// Where the tools that make documents say a component lies.
  private static func path(_ properties: some Sequence<(String, String)>) -> String? {
    let names = ["aquasecurity:trivy:FilePath", "syft:location:0:path", "SrcFile"]
    return properties.first { names.contains($0.0) && !$0.1.isEmpty }?.1
  }
}
