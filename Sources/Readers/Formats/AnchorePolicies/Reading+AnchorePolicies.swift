internal import Findings
internal import Syntax

extension Reading {
  /// Adds the outputs as `anchorectl` lists them.
  mutating func add(anchoreOutputs details: JSON, tag: String?) throws(SyntaxError) {
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
  mutating func add(anchoreRows table: JSON, tag: String) throws(SyntaxError) {
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
