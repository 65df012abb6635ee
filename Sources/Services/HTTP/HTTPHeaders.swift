/// The fields of a request or response, in their order; names are compared without case.
public struct HTTPHeaders: Sendable, Hashable {
  /// One field.
  public struct Field: Sendable, Hashable {
    /// The name as it was written.
    public var name: String
    /// The value without white space around it.
    public var value: String
  }

  /// The fields in their order.
  public private(set) var fields: [Field] = []

  /// No fields.
  public init() {}

  /// The value of the last field of a name; setting it replaces all of that name.
  public subscript(_ name: String) -> String? {
    get { fields.last { $0.name.lowercased() == name.lowercased() }?.value }
    set {
      fields.removeAll { $0.name.lowercased() == name.lowercased() }
      if let newValue { fields.append(Field(name: name, value: newValue)) }
    }
  }

  /// Adds a field beside others of its name.
  public mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
  /// Fields in the order in which they are written.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }
}
