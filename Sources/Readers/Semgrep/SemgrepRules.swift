internal import Findings
internal import Syntax

/// What the results of one rule share, made once for each rule of a report.
final class SemgrepRules {
  private var made: [String: SemgrepRule] = [:]
  /// How many results are of each product.
  private var products: [SemgrepRule.Product: Int] = [:]

  /// The rule of a result.
  func rule(of result: JSON) throws(SyntaxError) -> SemgrepRule {
    let id = try result.requiredString("check_id")
    let rule = made[id] ?? SemgrepRule(id: id, result["extra"]["metadata"])
    made[id] = rule
    products[rule.product, default: 0] += 1
    return rule
  }

  /// The category of the report: of its one product, or of code where there are several.
  var category: Category {
    guard products.count == 1, let product = products.keys.first else { return .sast }
    return switch product {
    case .code: .sast
    case .supplyChain: .dependency
    case .secrets: .secrets
    }
  }
}

/// One rule, as the metadata beside each of its results describes it.
final class SemgrepRule {
  /// What kind of rule it is.
  enum Product {
    case code
    case supplyChain
    case secrets
  }

  let rule: Rule
  let product: Product
  let identifiers: [Identifier]
  let isCredential: Bool

  init(id: String, _ metadata: JSON) {
    var set = IdentifierSet()
    for key in ["cwe", "owasp", "cve", "sca-vuln-database-identifier"] {
      let value = metadata[member: key]
      for text in value.string.map({ [$0] }) ?? value.strings { set.add(text) }
    }
    identifiers = set.sorted
    isCredential = CredentialRules.isCredential(id, identifiers)
    if id.hasPrefix("ssc-") || metadata["sca-kind"].exists {
      product = .supplyChain
    } else if metadata["secret_type"].exists || metadata["product"].equals("secrets")
      || id.contains(".secrets.")
    {
      product = .secrets
    } else {
      product = .code
    }
    let sources = ["references", "source", "shortlink"].flatMap { key -> [String] in
      let value = metadata[member: key]
      return value.string.map { [$0] } ?? value.strings
    }
    rule = Rule(
      id: MarkdownText.line(id),
      name: id.split(separator: ".").last.map { MarkdownText.line(String($0)) },
      references: Links.among(sources)
    )
  }
}
