internal import Findings
internal import Syntax

/// A kind of vulnerability or anomaly, as Wapiti describes it once for all its entries.
struct WapitiKind {
  private let rule: Rule
  private let names: IdentifierSet
  private let target: String

  /// A kind of the JSON report and what its `classifications` say of it.
  init(_ name: String, _ kind: JSON, target: String) {
    let links = kind["ref"].members.map { ($0.key, $0.value.string ?? "") }
    self.init(name, (kind["desc"].string, kind["sol"].string), links: links, target: target)
  }

  /// A kind of the XML report.
  init(_ kind: XMLElement, target: String) {
    let links = kind.child("references").children("reference").map {
      ($0.child("title").nonEmpty ?? "", $0.child("url").nonEmpty ?? "")
    }
    let texts = (kind.child("description").nonEmpty, kind.child("solution").nonEmpty)
    self.init(kind["name"] ?? "", texts, links: links, target: target)
  }

  private init(
    _ name: String,
    _ texts: (description: String?, solution: String?),
    links: [(title: String, url: String)],
    target: String
  ) {
    rule = Rule(
      id: name,
      name: name,
      description: texts.description,
      remediation: texts.solution,
      references: links.map(\.url)
    )
    names = IdentifierSet(links.map(\.title))
    self.target = target
  }

  /// The alert of an entry of the JSON report.
  func alert(_ entry: JSON) throws(SyntaxError) -> WebAlert {
    guard let level = try entry.asObject()["level"].int else {
      throw entry.error("expected a number as the level")
    }
    let path = try entry.requiredString("path")
    return alert(
      path,
      level,
      entry["method"].string,
      entry["parameter"].string,
      entry["info"].string
    )
  }

  /// The alert of an entry of the XML report.
  func alert(_ entry: XMLElement) throws(SyntaxError) -> WebAlert {
    guard let level = Int(try entry.requiredText("level")) else {
      throw entry.error("expected a number as the level")
    }
    return alert(
      try entry.requiredText("path"),
      level,
      entry.child("method").nonEmpty,
      entry.child("parameter").nonEmpty,
      entry.child("info").nonEmpty
    )
  }

  private func alert(
    _ path: String,
    _ level: Int,
    _ method: String?,
    _ parameter: String?,
    _ info: String?
  ) -> WebAlert {
    let severities: [Severity] = [.info, .low, .medium, .high, .critical]
    let severity = severities.indices.contains(level) ? severities[level] : .unknown
    let url = WebOrigin.resolve(path, on: target)
    var alert = WebAlert(rule, (severity, "level \(level)"), at: url)
    alert.message = info
    alert.method = method
    alert.parameter = parameter
    alert.names = names
    return alert
  }
}
