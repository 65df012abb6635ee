internal import Findings
internal import Syntax

/// One kind of alert at one site, and where it was raised, from either syntax.
struct ZAPAlert {
  /// One request that raised it.
  struct Instance {
    var url: String
    var method: String?
    var parameter: String?
    var attack: String?
  }

  private(set) var instances: [Instance]
  private let rule: Rule
  private let risk: Int
  private let riskWords: String?
  private let isFalsePositive: Bool
  private let identifiers: [Identifier]

  init(_ alert: JSON, site: String) throws(SyntaxError) {
    let plugin = try alert.asObject()["pluginid"].text
    guard let risk = alert["riskcode"].int, let id = alert["alertRef"].text ?? plugin else {
      throw alert.error("expected an alert with `pluginid` and `riskcode`")
    }
    var names = IdentifierSet()
    names.add(zapWeakness: alert["cweid"].text, consortium: alert["wascid"].text)
    for tag in alert["tags"].elements { names.add(zapTag: tag["tag"].string) }
    self.init(
      id: id,
      texts: (
        alert["name"].nonEmpty ?? alert["alert"].nonEmpty, alert["desc"].string,
        alert["solution"].string, alert["reference"].string
      ),
      risk: (risk, alert["riskdesc"].nonEmpty),
      confidence: alert["confidence"].int,
      names.sorted
    )
    for instance in try alert.strictArray("instances").elements {
      instances.append(
        Instance(
          url: try instance.asObject().requiredString("uri"),
          method: instance["method"].nonEmpty,
          parameter: instance["param"].nonEmpty,
          attack: instance["attack"].nonEmpty
        )
      )
    }
    if instances.isEmpty { instances = [Instance(url: site)] }
  }

  init(_ alert: XMLElement, site: String) throws(SyntaxError) {
    let plugin = try alert.requiredText("pluginid")
    guard let risk = Int(try alert.requiredText("riskcode")) else {
      throw alert.error("expected a number as the risk code")
    }
    var names = IdentifierSet()
    names.add(
      zapWeakness: alert.child("cweid").nonEmpty,
      consortium: alert.child("wascid").nonEmpty
    )
    for tag in alert.child("tags").children("tag") { names.add(zapTag: tag.child("tag").nonEmpty) }
    self.init(
      id: alert.child("alertRef").nonEmpty ?? plugin,
      texts: (
        alert.child("name").nonEmpty ?? alert.child("alert").nonEmpty, alert.child("desc").text,
        alert.child("solution").text, alert.child("reference").text
      ),
      risk: (risk, alert.child("riskdesc").nonEmpty),
      confidence: alert.child("confidence").nonEmpty.flatMap { Int($0) },
      names.sorted
    )
    for instance in alert.child("instances").children("instance") {
      instances.append(try Self.instance(instance))
    }
    // Before 2.5 an alert had one place, its own.
    if instances.isEmpty {
      let hasPlace = alert.child("uri").nonEmpty != nil
      instances = [hasPlace ? try Self.instance(alert) : Instance(url: site)]
    }
  }

  private init(
    id: String,
    texts: (name: String?, description: String?, solution: String?, reference: String?),
    risk: (code: Int, words: String?),
    confidence: Int?,
    _ identifiers: [Identifier]
  ) {
    // Links stand in paragraphs of their own.
    let links = texts.reference?.replacing("<p>", with: " ").replacing("</p>", with: " ") ?? ""
    rule = Rule(
      id: id,
      name: texts.name.map { MarkdownText.line($0) },
      description: MarkdownText.clean(html: texts.description),
      remediation: MarkdownText.clean(html: texts.solution),
      references: Links.among([links])
    )
    self.risk = risk.code
    riskWords = risk.words.map { MarkdownText.line($0, limit: 60) }
    isFalsePositive = confidence == 0
    self.identifiers = identifiers
    instances = []
  }

  private static func instance(_ element: XMLElement) throws(SyntaxError) -> Instance {
    Instance(
      url: try element.requiredText("uri"),
      method: element.child("method").nonEmpty,
      parameter: element.child("param").nonEmpty,
      attack: element.child("attack").nonEmpty
    )
  }

  /// The finding of one instance.
  func finding(of instance: Instance) -> Finding {
    let endpoint = EndpointURL(instance.url)
    let parameter = instance.parameter.map { MarkdownText.line($0, limit: 200) }
    var location = Location()
    location.url = endpoint.display
    location.method = instance.method.map { MarkdownText.line($0, limit: 20) }
    location.parameter = parameter
    return Finding(
      rule: rule,
      severity: severity,
      scannerSeverity: riskWords,
      title: rule.name,
      message: MarkdownText.clean(instance.attack.map { "Attack: \($0)" }),
      location: location,
      identity: .endpoint(
        rule: rule.id,
        method: location.method ?? "",
        template: endpoint.template,
        parameter: parameter ?? "",
        url: endpoint.display
      ),
      identifiers: identifiers,
      suppression: isFalsePositive
        ? Suppression(justification: "marked as a false positive") : nil
    )
  }

  /// ZAP's risk codes (zaproxy.org, "Constants").
  private var severity: Severity {
    switch risk {
    case 3: .high
    case 2: .medium
    case 1: .low
    case 0: .info
    default: .unknown
    }
  }
}

extension IdentifierSet {
  /// Adds CWE and WASC (Web Application Security Consortium) by number; -1 stands for none.
  fileprivate mutating func add(zapWeakness cwe: String?, consortium wasc: String?) {
    if let cwe { add(cwe: cwe) }
    if let number = wasc.flatMap({ Int($0) }), number > 0 { add(.framework, "WASC-\(number)") }
  }

  /// Adds what a tag such as `OWASP_2021_A05` or `CWE-79` names.
  fileprivate mutating func add(zapTag tag: String?) {
    guard let tag else { return }
    let parts = tag.split(separator: "_")
    if parts.count == 3, parts[0] == "OWASP" {
      add("\(parts[2]):\(parts[1])")
    } else {
      add(tag)
    }
  }
}
