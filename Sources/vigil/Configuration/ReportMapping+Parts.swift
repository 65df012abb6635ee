internal import Findings
internal import Readers

// The parts of a mapping.
extension ReportMapping {
  func value(of field: Field, in section: YAMLSection) throws(Problem) -> Value? {
    let key = field.rawValue
    var value = Value(isSecret: field == .secret)
    if section.isSection(key), let inner = try section.section(key) {
      try inner.allow(["path", "value", "secret"])
      value.constant = try inner.string("value")
      if try inner.flag("secret") == true { value.isSecret = true }
      value.paths = try paths(inner, "path")
      if value.paths.isEmpty, value.constant == nil { throw inner.missing("path") }
    } else {
      value.paths = try paths(section, key)
      if value.paths.isEmpty { return nil }
    }
    if value.isSecret, !field.canBeSecret {
      throw section.problem(key, "cannot be secret: a digest is no \(key)")
    }
    if value.isSecret, value.constant != nil {
      throw section.problem(key, "is secret and stands in the configuration")
    }
    return value
  }

  func paths(_ section: YAMLSection, _ key: String) throws(Problem) -> [ReportPath] {
    var paths: [ReportPath] = []
    for text in try section.strings(key) { paths.append(try path(text, section, key)) }
    return paths
  }

  func conditions(_ section: YAMLSection, _ key: String) throws(Problem) -> [Condition] {
    guard let table = try section.section(key) else { return [] }
    var conditions: [Condition] = []
    for name in table.keys {
      let values = try table.strings(name)
      if values.isEmpty { throw table.missing(name) }
      conditions.append(Condition(try path(name, table, name), among: values))
    }
    return conditions
  }

  func path(
    _ text: String,
    _ section: YAMLSection,
    _ key: String
  ) throws(Problem) -> ReportPath {
    do throws(ReadError) {
      return try ReportPath(text, in: syntax)
    } catch {
      throw section.problem(key, "not a path: \(text): \(error.problem)")
    }
  }
}
