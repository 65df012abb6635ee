import Syntax

/// As much of JSON Schema 2020-12 as site/report.schema.json uses, and stricter: a member that the
/// schema does not describe is a problem.
struct JSONSchema {
  let root: JSON

  /// What is wrong with a value, a sentence each.
  func problems(of value: JSON, under schema: JSON? = nil) -> [String] {
    let schema = resolved(schema ?? root)
    var problems: [String] = []
    func complain(_ text: String) { problems.append("\(value.place): \(text)") }
    if let type = schema["type"].string, !matches(value, type) { complain("is not \(type)") }
    if schema["const"].exists, schema["const"].text != value.text { complain("is not the const") }
    if schema["enum"].exists, !schema["enum"].strings.contains(value.string ?? "") {
      complain("is not in the enum")
    }
    if let least = schema["minimum"].double, let number = value.double, number < least {
      complain("is less than \(least)")
    }
    if let pattern = schema["pattern"].string, let regex = try? Regex(pattern),
      value.string?.firstMatch(of: regex) == nil
    {
      complain("does not match \(pattern)")
    }
    for name in schema["required"].strings where !value[member: name].exists {
      complain("has no \(name)")
    }
    if schema["properties"].exists {
      for (key, member) in value.members {
        let described = schema["properties"][member: key]
        if described.exists {
          problems += self.problems(of: member, under: described)
        } else {
          complain("has the member \(key), which is not described")
        }
      }
    }
    if schema["items"].exists {
      for element in value.elements {
        problems += self.problems(of: element, under: schema["items"])
      }
    }
    for part in schema["allOf"].elements { problems += self.problems(of: value, under: part) }
    return problems
  }

  /// A definition by its name.
  func definition(_ name: String) -> JSON { root["$defs"][member: name] }

  private func resolved(_ schema: JSON) -> JSON {
    guard let reference = schema["$ref"].string else { return schema }
    return definition(String(reference.drop { $0 != "/" }.dropFirst("/$defs/".count)))
  }

  private func matches(_ value: JSON, _ type: String) -> Bool {
    switch type {
    case "object": value.isObject
    case "array": value.isArray
    case "string": value.string != nil
    case "integer": value.int != nil && value.string == nil
    case "number": value.double != nil && value.string == nil
    case "boolean": value.bool != nil
    default: false
    }
  }
}
