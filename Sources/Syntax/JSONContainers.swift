internal import CSimdJSON

extension JSON {
  /// The elements in their order; none if the value is not an array.
  public var elements: Elements {
    guard has(type: UInt8(ascii: "[")) else {
      return Elements(document: document, cursor: 0, end: 0)
    }
    return Elements(
      document: document,
      cursor: index + 1,
      end: vsj_after(document.tape, index) - 1
    )
  }

  /// How many elements an array has, or members an object; 16,777,215 where there are more.
  public var count: Int {
    guard has(type: UInt8(ascii: "[")) || has(type: UInt8(ascii: "{")) else { return 0 }
    return Int(vsj_payload(document.tape, index) >> 32)
  }

  /// The members in their order; none if the value is not an object.
  public var members: Members {
    guard has(type: UInt8(ascii: "{")) else {
      return Members(document: document, cursor: 0, end: 0)
    }
    return Members(
      document: document,
      cursor: index + 1,
      end: vsj_after(document.tape, index) - 1
    )
  }

  /// The strings among the elements.
  public var strings: [String] { elements.compactMap { $0.string } }

  /// The elements of an array.
  public struct Elements: Sequence, IteratorProtocol {
    let document: JSONDocument
    var cursor: Int
    let end: Int

    /// The next element.
    public mutating func next() -> JSON? {
      guard cursor < end else { return nil }
      let element = JSON(document: document, index: cursor)
      cursor = vsj_after(document.tape, cursor)
      return element
    }
  }

  /// The members of an object.
  public struct Members: Sequence, IteratorProtocol {
    let document: JSONDocument
    var cursor: Int
    let end: Int

    /// The next member.
    public mutating func next() -> (key: String, value: JSON)? {
      guard cursor < end else { return nil }
      let key = JSON(document: document, index: cursor)
      let value = JSON(document: document, index: cursor + 1)
      cursor = vsj_after(document.tape, cursor + 1)
      return (key.string ?? "", value)
    }
  }
}
