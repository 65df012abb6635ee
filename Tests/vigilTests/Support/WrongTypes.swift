import Foundation

/// Copies of a JSON report, each with one of its values replaced by one of another type.
enum WrongTypes {
  private enum Step {
    case key(String)
    case index(Int)
  }

  /// A copy for every `stride`th value, the replacements taking turns.
  static func copies(of text: String, stride: Int) -> [String] {
    guard let root = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return [] }
    let replacements: [Any] = [NSNull(), 7, "x", [Any](), [String: Any](), ["x"], -1.5, true]
    var places: [[Step]] = []
    collect(root, [], &places)
    var copies: [String] = []
    for (number, place) in places.enumerated() where number % stride == 0 {
      // An empty list, as the whole or for a list, is no damage: it says that there is nothing.
      let value = replacements[number / stride % replacements.count]
      let isEmptyList = (value as? [Any])?.isEmpty == true
      if place.isEmpty || isEmptyList && self.value(at: place[...], in: root) is [Any] { continue }
      let copy = replacing(root, place[...], value)
      guard
        let data = try? JSONSerialization.data(withJSONObject: copy, options: [.fragmentsAllowed])
      else { continue }
      copies.append(String(decoding: data, as: UTF8.self))
    }
    return copies
  }

  private static func value(at place: ArraySlice<Step>, in value: Any) -> Any? {
    switch place.first {
    case .key(let key):
      (value as? [String: Any])?[key].flatMap { self.value(at: place.dropFirst(), in: $0) }
    case .index(let index):
      (value as? [Any]).flatMap { self.value(at: place.dropFirst(), in: $0[index]) }
    case nil: value
    }
  }

  private static func collect(_ value: Any, _ place: [Step], _ places: inout [[Step]]) {
    places.append(place)
    if let object = value as? [String: Any] {
      for (key, member) in object.sorted(by: { $0.key < $1.key }) {
        collect(member, place + [.key(key)], &places)
      }
    } else if let array = value as? [Any] {
      for (index, element) in array.enumerated() {
        collect(element, place + [.index(index)], &places)
      }
    }
  }

  private static func replacing(_ value: Any, _ place: ArraySlice<Step>, _ other: Any) -> Any {
    guard let step = place.first else { return other }
    switch step {
    case .key(let key):
      guard var object = value as? [String: Any], let member = object[key] else { return value }
      object[key] = replacing(member, place.dropFirst(), other)
      return object
    case .index(let index):
      guard var array = value as? [Any], array.indices.contains(index) else { return value }
      array[index] = replacing(array[index], place.dropFirst(), other)
      return array
    }
  }
}
