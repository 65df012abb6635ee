internal import Findings

/// One kind of alert at one site, from either syntax; each request that raised it is a finding.
struct ZAPAlert {
  /// One request that raised it.
  struct Instance {
    var url: String
    var method: String?
    var parameter: String?
    var attack: String?
  }

  /// What all requests that raised it have in common.
  struct Kind {
    var id: String
    var name: String?
    var description: String?
    var solution: String?
    var reference: String?
    /// The risk's code, and ZAP's words for it.
    var risk: (code: Int, words: String?)
    /// 0 is a false positive.
    var confidence: Int?
    var names = IdentifierSet()
  }

  let instances: [Instance]
  private let rule: Rule
  private let kind: Kind

  /// An alert; without an instance it is about the site as a whole.
  init(_ kind: Kind, _ instances: [Instance], site: String) {
    self.kind = kind
    self.instances = instances.isEmpty ? [Instance(url: site)] : instances
    // Links stand in paragraphs of their own.
    let links = kind.reference?.exchanging("<p>", for: " ").exchanging("</p>", for: " ") ?? ""
    rule =
      Rule(
        id: kind.id,
        name: kind.name,
        description: MarkdownText.clean(html: kind.description),
        remediation: MarkdownText.clean(html: kind.solution),
        references: [links]
      ).cleaned
  }

  /// The finding of one instance.
  func finding(of instance: Instance) -> Finding {
    var alert = WebAlert(rule, (severity, kind.risk.words), at: instance.url)
    alert.message = instance.attack.map { "Attack: \($0)" }
    alert.method = instance.method
    alert.parameter = instance.parameter
    alert.names = kind.names
    if kind.confidence == 0 {
      alert.suppression = Suppression(justification: "marked as a false positive")
    }
    return alert.finding
  }

  /// ZAP's risk codes (zaproxy.org, "Constants").
  private var severity: Severity {
    switch kind.risk.code {
    case 3: .high
    case 2: .medium
    case 1: .low
    case 0: .info
    default: .unknown
    }
  }
}
