import Findings
import Syntax
import Testing

@testable import Readers

/// Every fixture damaged in every way: never a crash, never an empty success out of findings.
@Suite struct GuardTests {
  @Test(arguments: Fixture.all)
  func aTruncatedReportNeverLooksClean(fixture: Fixture) throws {
    let (name, bytes) = try fixture.file()
    let whole = try outcome(of: bytes, name)
    for sixteenth in 0..<16 {
      let part = Array(bytes.prefix(bytes.count * sixteenth / 16))
      expectHonest(try? outcome(of: part, name), whole, "cut at \(part.count) bytes")
    }
  }

  @Test(arguments: Fixture.all)
  func aValueOfTheWrongTypeNeverLooksClean(fixture: Fixture) throws {
    let (name, bytes) = try fixture.file()
    let report = try fixture.report()
    guard let values = report.json.map({ [$0] }) ?? report.lines else { return }
    let whole = try outcome(of: bytes, name)
    let empty = Fixture(format: fixture.format, name: "no-findings")
    let clean = (try? empty.report())?.json.flatMap { Mutation.text(of: [$0]) }
    var index = 0
    while let mutants = Mutation.mutants(of: values, at: index) {
      // What reads as the report of a scan without findings is one, not damage.
      for mutant in mutants where mutant.text != clean {
        let damaged = try? outcome(of: Array(mutant.text.utf8), name)
        expectHonest(damaged, whole, mutant.change)
      }
      index += 1
    }
    #expect(index > 0)
  }

  private func outcome(of bytes: [UInt8], _ name: String) throws(ReadError) -> Reading {
    try read(try Report(parsing: bytes, name: name, digests: Fixture.digests))
  }

  private func expectHonest(_ damaged: Reading?, _ whole: Reading, _ change: String) {
    guard let damaged, !whole.findings.isEmpty else { return }
    #expect(!(damaged.outcome == .complete && damaged.findings.isEmpty), "\(change)")
  }
}

/// JSON text with one of its values replaced.
struct Mutation {
  private let target: Int
  private let replacement: String
  private var count = 0
  private var change = ""
  private var text = ""

  /// The text with the value at an index replaced by each kind of value; nil behind the last.
  ///
  /// Values are numbered in the order of the text. An empty list for a list is no damage: it says
  /// there is nothing, and so does `null` as the whole (Gitleaks) and `{}` for a list by name
  /// (detect-secrets).
  static func mutants(of values: [JSON], at index: Int) -> [(change: String, text: String)]? {
    var mutants: [(change: String, text: String)] = []
    for replacement in ["null", "7", "\"x\"", "[]", "{}"] {
      var mutation = Mutation(target: index, replacement: replacement)
      for value in values {
        mutation.write(value)
        mutation.text += "\n"
      }
      guard mutation.count > index else { return nil }
      if !mutation.change.isEmpty { mutants.append((mutation.change, mutation.text)) }
    }
    return mutants
  }

  /// The text of values, undamaged, as the mutants are written.
  static func text(of values: [JSON]) -> String {
    var mutation = Mutation(target: -1, replacement: "")
    for value in values {
      mutation.write(value)
      mutation.text += "\n"
    }
    return mutation.text
  }

  private init(target: Int, replacement: String) {
    self.target = target
    self.replacement = replacement
  }

  private mutating func write(_ value: JSON) {
    let index = count
    count += 1
    if index == target {
      let saysNothing =
        value.isArray && replacement == "[]" || index == 0 && replacement == "null"
        || isMapOfLists(value) && replacement == "{}"
      if !saysNothing { change = "\(value.place) became \(replacement)" }
      text += replacement
      return
    }
    switch value.kind {
    case .object:
      text += "{"
      for (position, member) in value.members.enumerated() {
        text += "\(position > 0 ? "," : "")\(quoted(member.key)):"
        write(member.value)
      }
      text += "}"
    case .array:
      text += "["
      for (position, element) in value.elements.enumerated() {
        if position > 0 { text += "," }
        write(element)
      }
      text += "]"
    case .string: text += quoted(value.string ?? "")
    default: text += value.text ?? "null"
    }
  }

  /// Whether an object has a list for each name, such as the findings of each file.
  private func isMapOfLists(_ value: JSON) -> Bool {
    value.isObject && value.count > 0 && value.members.allSatisfy { $0.value.isArray }
  }

  private func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
