/// Values for a shape's fields, in the order of the fields.
public struct Record: Sendable {
  /// What the values mean.
  public let shape: Shape
  /// One value for each field; fields beyond the last value have none.
  public let values: [Value]

  /// Values for a shape.
  public init(_ shape: Shape, _ values: [Value]) {
    self.shape = shape
    self.values = values
  }
}

/// What stands in one field of a record.
public enum Value: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case link(Link)
  case markup(Markup)
  case record(Record)
  case list([Record])
  /// Records that are made one at a time, when they are written.
  case rows(Rows)
  /// Nothing is known.
  case none
}

/// Many records, each made when its turn comes, so that they are never all in memory.
public struct Rows: Sendable {
  /// How many there are.
  public let count: Int
  /// Makes the record at a position, 0 to `count` - 1.
  let record: @Sendable (Int) -> Record

  /// So many records and how to make each.
  public init(count: Int, record: @escaping @Sendable (Int) -> Record) {
    self.count = count
    self.record = record
  }

  /// One record for each element, made by `view` when it is written.
  public init<Elements: RandomAccessCollection & Sendable, View: TemplateView>(
    _ elements: Elements,
    view: @escaping @Sendable (Elements.Element) -> View
  ) {
    self.init(count: elements.count) { position in
      view(elements[elements.index(elements.startIndex, offsetBy: position)]).record
    }
  }
}
