internal import Findings
internal import Syntax

/// What an FVDL document says once for all of its vulnerabilities: rules, nodes and snippets.
struct FortifyKnowledge {
  private var rules: [String: [String: String]] = [:]
  private var texts: [String: XMLElement] = [:]
  private var nodes: [String: XMLElement] = [:]
  private var snippets: [String: String] = [:]

  init(_ root: XMLElement) {
    for rule in root.child("EngineData").child("RuleInfo").children("Rule") {
      if let id = rule["id"] { rules[id] = Self.groups(rule.child("MetaInfo")) }
    }
    for text in root.children("Description") { if let id = text["classID"] { texts[id] = text } }
    for node in root.child("UnifiedNodePool").children("Node") {
      if let id = node["id"] { nodes[id] = node }
    }
    for snippet in root.child("Snippets").children("Snippet") {
      if let id = snippet["id"] { snippets[id] = snippet.child("Text").text }
    }
  }

  private static func groups(_ info: XMLElement) -> [String: String] {
    Dictionary(info.children("Group").map { ($0["name"] ?? "", $0.text ?? "") }) { first, _ in first
    }
  }

  /// One vulnerability; `suppressed` has the instances that an audit suppresses and why.
  func result(
    _ entry: XMLElement,
    suppressed: [String: String]
  ) throws(SyntaxError) -> CodeResult {
    let kind = entry.child("ClassInfo")
    let instance = entry.child("InstanceInfo")
    let id = try kind.requiredText("ClassID")
    let names = [kind.child("Type").nonEmpty, kind.child("Subtype").nonEmpty]
    let category = names.compactMap(\.self).joined(separator: ": ")
    let groups = (rules[id] ?? [:]).merging(Self.groups(instance.child("MetaInfo"))) { $1 }
    let trace = entry.child("AnalysisInfo").child("Unified")
    let place = self.place(trace)
    var location = Location(
      path: place?["path"],
      line: place?["line"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    )
    location.logical = trace.child("Context").child("Function")["name"]
    var result = CodeResult(
      Rule(
        id: id,
        name: category.isEmpty ? id : category,
        description: MarkdownText.clean(html: texts[id]?.child("Explanation").nonEmpty),
        remediation: MarkdownText.clean(html: texts[id]?.child("Recommendations").nonEmpty)
      ),
      severity(groups, confidence: instance.child("Confidence").nonEmpty),
      title: category.isEmpty ? id : category,
      at: location
    )
    result.message = MarkdownText.clean(html: texts[id]?.child("Abstract").nonEmpty)
    result.code = place?["snippet"].flatMap { snippets[$0] }
    for number in (groups["altcategoryCWE"] ?? "").split(separator: ",") {
      result.names.add(cwe: number.split(separator: " ").last.map(String.init) ?? "")
    }
    guard let key = instance.child("InstanceID").nonEmpty else { return result }
    result.fingerprint = key
    if let words = suppressed[key] {
      result.suppression = Suppression(justification: MarkdownText.clean(words))
    }
    return result
  }

  /// Where the problem is: the primary trace's default node, else its last.
  private func place(_ trace: XMLElement) -> XMLElement? {
    let entries = trace.child("Trace").child("Primary").children("Entry")
    let steps = entries.compactMap { entry in
      entry.child("Node").exists
        ? entry.child("Node") : entry.child("NodeRef")["id"].flatMap { nodes[$0] }
    }
    let node = steps.first { $0["isDefault"] == "true" } ?? steps.last
    return node?.child("SourceLocation")
  }

  /// The priority order: impact and likelihood, each high from 2.5 on.
  private func severity(
    _ groups: [String: String],
    confidence: String?
  ) -> (Severity, word: String?) {
    func number(_ name: String) -> Double? { groups[name].flatMap { Double($0) } }
    guard let impact = number("Impact"), let accuracy = number("Accuracy"),
      let probability = number("Probability"), let confidence = confidence.flatMap({ Double($0) })
    else { return (.unknown, nil) }
    let isLikely = accuracy * confidence * probability / 25 >= 2.5
    switch (impact >= 2.5, isLikely) {
    case (true, true): return (.critical, "Critical")
    case (true, false): return (.high, "High")
    case (false, true): return (.medium, "Medium")
    case (false, false): return (.low, "Low")
    }
  }
}
