internal import Findings
internal import Syntax

/// The products of a document, by the ids that its statements use (CSAF 2.0 §3.2.2).
struct CSAFProducts {
  private var packages: [String: Package] = [:]
  private var parts: [String: String] = [:]

  init(_ tree: JSON) {
    for product in tree["full_product_names"].elements { add(product, as: nil, version: nil) }
    for branch in tree["branches"].elements { walk(branch, in: nil, version: nil, depth: 0) }
    for relation in tree["relationships"].elements {
      let product = relation["full_product_name"]
      guard let id = product["product_id"].string else { continue }
      parts[id] = relation["product_reference"].string
      add(product, as: nil, version: nil)
    }
  }

  /// The package behind an id: what has a package URL before what has only a name.
  func package(_ id: String) -> Package {
    let own = packages[id]
    if let own, !own.ecosystem.isEmpty { return own }
    if let part = parts[id].flatMap({ packages[$0] }) { return part }
    return own ?? Package(ecosystem: "", name: id)
  }

  /// Maker and name of a product say what it is: its full name has its version in it.
  private mutating func walk(_ branch: JSON, in name: String?, version: String?, depth: Int) {
    guard depth < 30 else { return }
    let category = branch["category"].string
    let isNamed = category == "vendor" || category == "product_name"
    let own = isNamed ? branch["name"].string : nil
    let name = own.map { own in name.map { "\($0) \(own)" } ?? own } ?? name
    let version = category == "product_version" ? branch["name"].string : version
    add(branch["product"], as: name, version: version)
    for child in branch["branches"].elements {
      walk(child, in: name, version: version, depth: depth + 1)
    }
  }

  private mutating func add(_ product: JSON, as branch: String?, version: String?) {
    guard let id = product["product_id"].string else { return }
    let url = product["product_identification_helper"]["purl"].string
    let name = branch ?? product["name"].string ?? id
    packages[id] =
      Package(url: url)
      ?? Package(ecosystem: "", name: MarkdownText.line(name), version: version)
  }
}
