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
        try reading.add(entry.requiredArray("details"), tag: tag)
      }
      return reading
    }
    reading.forEach(root.elements) { reading, entry throws(SyntaxError) in
      if entry["detail"].kind != .missing {
        return try reading.add(entry.requiredArray("detail"), tag: entry["tag"].string)
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
            try reading.add(rows: image.requiredObject("result"), tag: tag)
          }
        }
      }
      if tags.isEmpty { throw entry.error("expected images with their evaluations") }
    }
    return reading
  }
}

extension Reading {
  /// Adds the outputs as `anchorectl` lists them.
  fileprivate mutating func add(_ details: JSON, tag: String?) throws(SyntaxError) {
    forEach(details.elements) { reading, entry throws(SyntaxError) in
      reading.add(
        AnchoreGateOutput(
          gate: try entry.requiredString("gate"),
          trigger: try entry.requiredString("triggerName"),
          id: try entry.requiredString("triggerId"),
          text: try entry.requiredString("description"),
          action: try entry.requiredString("status"),
          tag: entry["tag"].string ?? tag ?? ""
        )
      )
    }
  }

  /// Adds the outputs of the service: rows under a header.
  fileprivate mutating func add(rows table: JSON, tag: String) throws(SyntaxError) {
    let header = try table.requiredArray("header").strings
    forEach(try table.requiredArray("rows").elements) { reading, row throws(SyntaxError) in
      let fields = Array(try row.asArray().elements)
      func field(_ name: String) throws(SyntaxError) -> String {
        guard let index = header.firstIndex(of: name), fields.indices.contains(index),
          let text = fields[index].text
        else { throw row.error("expected a field \(name)") }
        return text
      }
      reading.add(
        AnchoreGateOutput(
          gate: try field("Gate"),
          trigger: try field("Trigger"),
          id: try field("Trigger_Id"),
          text: try field("Check_Output"),
          action: try field("Gate_Action"),
          tag: tag,
          isWhitelisted: header.firstIndex(of: "Whitelisted").map {
            fields.indices.contains($0) && fields[$0].bool != false
          } ?? false
        )
      )
    }
  }

  private mutating func add(_ output: AnchoreGateOutput) {
    if output.action.lowercased() == "go" {
      checks.passed += 1
    } else {
      findings.append(output.finding)
    }
  }
}
