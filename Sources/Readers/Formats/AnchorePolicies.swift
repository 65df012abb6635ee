internal import Findings
internal import Syntax

/// Anchore's evaluation of policies: what an image's gates stop or warn of.
public enum AnchorePolicies: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "anchore-policies",
    title: "Anchore policy evaluation",
    provenOn: "Anchore Enterprise 2 and anchorectl",
    produce: "anchorectl image check IMAGE --detail --output json > anchore-policies.json",
    finding: """
      One output of a gate with the action stop or warn. Identity: gate, trigger, the trigger's id and \
      image repository. The severity is the word that the description begins with, if it is one; \
      what a whitelist names is suppressed.
      """,
    outcome: "Outputs with the action go passed. An empty list is known by its name.",
    precedence: 3
  )

  /// Evaluations of an image, in any of three layouts.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    if root["evaluations"].isArray { return root["policyId"].string != nil }
    return root.elements.prefix(20).contains { entry in
      entry["detail"].isArray && entry["policyId"].string != nil
        || entry.members.contains { digest, tags in
          digest.hasPrefix("sha256:") && tags.members.contains { $0.value[0]["detail"].isObject }
        }
    } || report.isEmptyList(of: "anchorectl-policies") || report.isEmptyList(of: format.name)
  }

  /// Each output of a gate.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .container)
    let root = try report.requiredJSON()
    if root.isObject {
      let tag = root["evaluatedTag"].string
      reading.forEach(try report.elements(of: "evaluations")) {
        reading,
        entry throws(SyntaxError) in
        try reading.add(anchoreOutputs: entry.requiredArray("details"), tag: tag)
      }
      return reading
    }
    reading.forEach(root.elements) { reading, entry throws(SyntaxError) in
      if entry["detail"].kind != .missing {
        return try reading.add(
          anchoreOutputs: entry.requiredArray("detail"),
          tag: entry["tag"].string
        )
      }
      let tags = try entry.asObject().members.flatMap { Array($0.value.members) }
      for (tag, evaluations) in tags {
        reading.forEach(try evaluations.asArray().elements) { reading, check throws(SyntaxError) in
          let result = try check.requiredObject("detail").requiredObject("result")
          // The outputs stand under the image's id, beside what the policy is made of.
          let facts = ["policy_data", "policy_name", "whitelist_data", "whitelist_names"]
          let images = try result.requiredObject("result").members.filter {
            !facts.contains($0.key)
          }
          if images.isEmpty { throw check.error("expected the outputs of an image") }
          for (_, image) in images {
            try reading.add(anchoreRows: image.requiredObject("result"), tag: tag)
          }
        }
      }
      if tags.isEmpty { throw entry.error("expected images with their evaluations") }
    }
    return reading
  }
}
