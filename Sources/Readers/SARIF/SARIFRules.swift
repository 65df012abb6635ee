internal import Findings
internal import Syntax

/// The rules of a run's driver and extensions, each made once, when a result first asks for it.
final class SARIFRules {
  private let isSecret: Bool
  /// The driver first, then the extensions.
  private let components: [Component]
  private var indices: [String: (component: Int, index: Int)] = [:]
  private var made: [Int: [SARIFRule?]] = [:]
  private var driver: [SARIFRule?] = []
  private var unknown: [String: SARIFRule] = [:]
  /// Levels that the command line or configuration sets for rules of the driver.
  private var overrides: [String: String] = [:]

  private struct Component {
    var json: JSON
    var rules: [JSON]
  }

  /// The rules of a run; throws if a list of them is something else.
  init(_ run: JSON, isSecret: Bool) throws(SyntaxError) {
    self.isSecret = isSecret
    let tool = run["tool"]
    var components: [Component] = []
    for json in [tool["driver"]] + Array(try tool.optionalArray("extensions").elements) {
      let rules = try json.optionalArray("rules").elements
      components.append(Component(json: json, rules: Array(rules)))
    }
    self.components = components
    for (component, rules) in components.enumerated() {
      made[component] = Array(repeating: nil, count: rules.rules.count)
      if component == 0 { driver = Array(repeating: nil, count: rules.rules.count) }
      for (index, rule) in rules.rules.enumerated() {
        guard let id = rule["id"].string, indices[id] == nil else { continue }
        indices[id] = (component, index)
      }
    }
    for invocation in run["invocations"].elements {
      for override in invocation["ruleConfigurationOverrides"].elements {
        let rule = override["descriptor"]
        let id = rule["id"].string ?? rule["index"].int.flatMap { self.json(0, $0)?["id"].string }
        if let id, let level = override["configuration"]["level"].string { overrides[id] = level }
      }
    }
  }

  /// The rule of a result: by index in the driver or the extension it names, else by its id, else
  /// by the id's parent (`CA1000` of `CA1000/1`), else one that is nothing but its id.
  func rule(of result: JSON) throws(SyntaxError) -> SARIFRule {
    if let rule = driverRule(of: result) { return rule }
    let reference = result["rule"]
    let id = try result.optionalString("ruleId") ?? reference["id"].string
    if let index = result["ruleIndex"].int ?? reference["index"].int, index >= 0 {
      let component = component(of: reference["toolComponent"])
      if let json = json(component, index), fits(json["id"], id) {
        return rule(component, index, json)
      }
    }
    guard let id else {
      throw result.error("expected `ruleId` or the index of a rule, found neither")
    }
    return rule(id: id)
  }

  /// The rule of the usual result: an index into the driver's rules, made before, and its own id.
  private func driverRule(of result: JSON) -> SARIFRule? {
    guard let index = result["ruleIndex"].int, driver.indices.contains(index),
      let rule = driver[index], !result["rule"].exists
    else { return nil }
    var id = rule.id
    let isSame = id.withUTF8 { known in
      result["ruleId"].withUTF8 { $0.count == known.count && $0.elementsEqual(known) }
    }
    return isSame == true ? rule : nil
  }

  private func rule(id: String) -> SARIFRule {
    let parent = id.lastIndex(of: "/").map { String(id[..<$0]) }
    if let place = indices[id] ?? parent.flatMap({ indices[$0] }),
      let json = json(place.component, place.index)
    {
      return rule(place.component, place.index, json)
    }
    if let rule = unknown[id] { return rule }
    let rule = SARIFRule(id: id, JSON.none(of: components[0].json), strings, isSecret: isSecret)
    unknown[id] = rule
    return rule
  }

  private func rule(_ component: Int, _ index: Int, _ json: JSON) -> SARIFRule {
    if let rule = made[component]?[index] { return rule }
    let id = json["id"].string ?? "rule \(index)"
    let rule = SARIFRule(id: id, json, strings, isSecret: isSecret, level: overrides[id])
    made[component]?[index] = rule
    if component == 0 { driver[index] = rule }
    return rule
  }

  /// The driver's messages for all its rules.
  private var strings: JSON { components[0].json["globalMessageStrings"] }

  private func json(_ component: Int, _ index: Int) -> JSON? {
    guard components.indices.contains(component) else { return nil }
    let rules = components[component].rules
    return rules.indices.contains(index) ? rules[index] : nil
  }

  /// An index is right if the rule there has the result's id or its parent's; some logs' are not.
  private func fits(_ rule: JSON, _ id: String?) -> Bool {
    guard var id else { return true }
    return rule.withUTF8 { name in
      id.withUTF8 { id in
        id.starts(with: name)
          && (id.count == name.count || id[name.count] == UInt8(ascii: "/"))
      }
    } ?? false
  }

  /// The driver, or the extension that a reference names by index, guid or name (§3.54).
  private func component(of reference: JSON) -> Int {
    guard reference.isObject else { return 0 }
    if let index = reference["index"].int, index >= 0 { return index + 1 }
    for key in ["guid", "name"] {
      guard let wanted = reference[member: key].string else { continue }
      if let found = components.firstIndex(where: { $0.json[member: key].string == wanted }) {
        return found
      }
    }
    return 0
  }
}

extension JSON {
  /// A missing value of the same document.
  static func none(of json: JSON) -> JSON { json["\u{0}"] }
}
