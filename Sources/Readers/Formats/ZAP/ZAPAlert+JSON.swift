internal import Syntax

extension ZAPAlert {
  /// An alert of the JSON report.
  init(_ alert: JSON, site: String) throws(SyntaxError) {
    let plugin = try alert.asObject()["pluginid"].text
    guard let risk = alert["riskcode"].int, let id = alert["alertRef"].text ?? plugin else {
      throw alert.error("expected an alert with `pluginid` and `riskcode`")
    }
    var kind = Kind(
      id: id,
      name: alert["name"].nonEmpty ?? alert["alert"].nonEmpty,
      description: alert["desc"].string,
      solution: alert["solution"].string,
      reference: alert["reference"].string,
      risk: (risk, alert["riskdesc"].nonEmpty),
      confidence: alert["confidence"].int
    )
    kind.names.add(zapWeakness: alert["cweid"].text, consortium: alert["wascid"].text)
    for tag in alert["tags"].elements { kind.names.add(zapTag: tag["tag"].string) }
    let instances = try alert.strictArray("instances").elements.map {
      instance throws(SyntaxError) in
      Instance(
        url: try instance.asObject().requiredString("uri"),
        method: instance["method"].nonEmpty,
        parameter: instance["param"].nonEmpty,
        attack: instance["attack"].nonEmpty
      )
    }
    self.init(kind, instances, site: site)
  }
}
