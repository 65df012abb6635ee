import Synchronization
import Syntax
import Templates

/// JSON data that becomes a record, its shape made to measure.
indirect enum Datum {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([Datum])
  case object([String: Datum])

  init(_ json: JSON) {
    if json.isObject {
      self = .object(
        Dictionary(uniqueKeysWithValues: json.members.map { ($0.key, Datum($0.value)) })
      )
    } else if json.isArray {
      self = .list(json.elements.map { Datum($0) })
    } else if let flag = json.bool {
      self = .flag(flag)
    } else if let number = json.int {
      self = .number(number)
    } else {
      self = json.text.map(Datum.text) ?? .null
    }
  }

  /// The outermost record; data that is not an object stands under the name `.`.
  func root(markup: Set<String>) -> Record {
    let builder = ShapeBuilder(markup: markup)
    let shape = builder.shape(of: [self], named: "data", inside: nil)
    return builder.record(self, of: shape)
  }
}

/// Makes shapes that fit data.
struct ShapeBuilder {
  /// The names whose texts are markup.
  let markup: Set<String>

  /// A shape that is still being made, so that it can hold itself.
  final class Unfinished: Sendable {
    let name: String
    let shape = Mutex<Shape?>(nil)

    init(name: String) {
      self.name = name
    }
  }

  /// One shape for all elements of a list.
  func shape(of data: [Datum], named name: String, inside outer: Unfinished?) -> Shape {
    let own = Unfinished(name: name)
    var members: [String: [Datum]] = [:]
    for datum in data {
      if case .object(let object) = datum {
        for (key, value) in object { members[key, default: []].append(value) }
      } else {
        members[".", default: []].append(datum)
      }
    }
    let fields = members.sorted { $0.key < $1.key }
      .map { Shape.Field($0.key, kind(of: $0.value, named: $0.key, inside: own)) }
    let shape = Shape(name, fields)
    own.shape.withLock { $0 = shape }
    return shape
  }

  private func kind(of data: [Datum], named name: String, inside outer: Unfinished) -> Shape.Kind {
    switch data.first {
    case .flag: return .flag
    case .number where data.allSatisfy { if case .number = $0 { true } else { false } }:
      return .number
    case .object:
      let shape = shape(of: data, named: name, inside: outer)
      return .record { shape }
    case .list:
      let elements = data.flatMap { datum -> [Datum] in
        if case .list(let list) = datum { list } else { [] }
      }
      if elements.isEmpty, outer.name == name {
        return .list { outer.shape.withLock { $0 } ?? .plainText }
      }
      let shape = shape(of: elements, named: name, inside: outer)
      return .list { shape }
    case .null, .text, .number, nil:
      return markup.contains(name) ? .markup(.html) : .text
    }
  }

  func record(_ datum: Datum, of shape: Shape) -> Record {
    var members = [".": datum]
    if case .object(let object) = datum { members = object }
    return Record(shape, shape.fields.map { value(members[$0.name] ?? .null, $0.kind) })
  }

  private func value(_ datum: Datum, _ kind: Shape.Kind) -> Value {
    switch (kind, datum) {
    case (.flag, .flag(let flag)): .flag(flag)
    case (.number, .number(let number)): .number(number)
    case (.record(let shape), .object): .record(record(datum, of: shape()))
    case (.list(let shape), .list(let list)): .list(list.map { record($0, of: shape()) })
    case (.markup, .text(let text)): .markup(Markup(text, in: .html))
    case (.markup, .number(let number)): .markup(Markup(String(number), in: .html))
    case (.text, .text(let text)): .text(text)
    case (.text, .number(let number)): .text(String(number))
    default: .none
    }
  }
}
