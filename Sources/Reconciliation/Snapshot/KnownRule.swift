internal import Findings
internal import Syntax

/// A rule while a snapshot is read, with what its findings mostly have in common.
///
/// Findings of one rule share the memory of their texts where these are the same.
struct KnownRule {
  let rule: Rule
  private var key = ""

  init(_ rule: Rule) {
    self.rule = rule
  }

  /// The finding of this rule that a line holds.
  mutating func finding(_ line: JSON) throws(SyntaxError) -> Finding {
    let location = try Location(decoding: try line.requiredObject("location"))
    let place = try Place(decoding: try line.requiredObject("place"), at: location)
    var finding = Finding(
      rule: rule,
      severity: try line.requiredWord("severity"),
      scannerSeverity: try line.optionalString("scannerSeverity"),
      title: try line.optionalString("title") ?? rule.name,
      message: try line.optionalString("message"),
      location: location,
      identity: Identity(key: try sharedKey(line), place: place),
      occurrences: try line.optionalInt("occurrences") ?? 1
    )
    let identifiers = try line.optionalArray("identifiers")
    for element in identifiers.elements {
      finding.identifiers.append(
        Identifier(
          kind: try element.requiredWord("kind"),
          value: try element.requiredString("value")
        )
      )
    }
    let cvss = try line.optionalObject("cvss")
    if cvss.exists {
      guard let score = cvss["score"].double else { throw cvss.error("has no score") }
      finding.cvss = CVSS(score: score, vector: try cvss.optionalString("vector"))
    }
    let suppression = try line.optionalObject("suppression")
    if suppression.exists {
      finding.suppression = Suppression(
        source: try suppression.requiredWord("source"),
        justification: try suppression.optionalString("justification")
      )
    }
    return finding
  }

  private mutating func sharedKey(_ line: JSON) throws(SyntaxError) -> String {
    let isSame = line["key"].withUTF8 { bytes in
      key.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) } ?? false
    }
    if isSame == true, !key.isEmpty { return key }
    key = try line.requiredString("key")
    return key
  }
}

extension Location {
  fileprivate init(decoding json: JSON) throws(SyntaxError) {
    self.init(
      path: try json.optionalString("path"),
      line: try json.optionalInt("line"),
      endLine: try json.optionalInt("endLine"),
      column: try json.optionalInt("column")
    )
    logical = try json.optionalString("logical")
    let package = try json.optionalObject("package")
    if package.exists {
      self.package = Package(
        ecosystem: try package.optionalString("ecosystem") ?? "",
        name: try package.requiredString("name"),
        version: try package.optionalString("version"),
        fixedIn: try package.optionalString("fixedIn")
      )
    }
    resource = try json.optionalString("resource")
    url = try json.optionalString("url")
    method = try json.optionalString("method")
    parameter = try json.optionalString("parameter")
    image = try json.optionalString("image")
    account = try json.optionalString("account")
    region = try json.optionalString("region")
    cluster = try json.optionalString("cluster")
    commit = try json.optionalString("commit")
  }
}

extension Place {
  /// A place; a path or a line that is left out is the location's.
  fileprivate init(decoding json: JSON, at location: Location) throws(SyntaxError) {
    let line = json["line"]
    self.init(
      path: try json.optionalString("path") ?? location.path ?? "",
      line: line.kind == .missing ? location.line : try json.optionalInt("line"),
      logical: try json.optionalString("logical"),
      fingerprint: try json.optionalString("fingerprint")
    )
    if let digits = try json.optionalString("snippet") {
      guard let digest = UInt64(digits, radix: 16) else {
        throw json["snippet"].error("is not hexadecimal")
      }
      snippet = digest
    }
  }
}
