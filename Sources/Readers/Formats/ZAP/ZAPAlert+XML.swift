internal import Syntax

extension ZAPAlert {
  /// An alert of the XML report.
  init(_ alert: XMLElement, site: String) throws(SyntaxError) {
    let plugin = try alert.requiredText("pluginid")
    guard let risk = Int(try alert.requiredText("riskcode")) else {
      throw alert.error("expected a number as the risk code")
    }
    var kind = Kind(
      id: alert.child("alertRef").nonEmpty ?? plugin,
      name: alert.child("name").nonEmpty ?? alert.child("alert").nonEmpty,
      description: alert.child("desc").text,
      solution: alert.child("solution").text,
      reference: alert.child("reference").text,
      risk: (risk, alert.child("riskdesc").nonEmpty),
      confidence: alert.child("confidence").nonEmpty.flatMap { Int($0) }
    )
    kind.names.add(
      zapWeakness: alert.child("cweid").nonEmpty,
      consortium: alert.child("wascid").nonEmpty
    )
    for tag in alert.child("tags").children("tag") {
      kind.names.add(zapTag: tag.child("tag").nonEmpty)
    }
    var places = alert.child("instances").children("instance")
    // Before 2.5 an alert had one place, its own.
    if places.isEmpty, alert.child("uri").nonEmpty != nil { places = [alert] }
    self.init(kind, try places.map(Self.instance), site: site)
  }

  private static func instance(_ element: XMLElement) throws(SyntaxError) -> Instance {
    Instance(
      url: try element.requiredText("uri"),
      method: element.child("method").nonEmpty,
      parameter: element.child("param").nonEmpty,
      attack: element.child("attack").nonEmpty
    )
  }
}
