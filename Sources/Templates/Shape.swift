/// What a template may name: a list of fields, each of a kind.
///
/// Templates are checked against shapes when they are compiled, so that a misspelt name is an
/// error in the template and never an empty place on a page. Two shapes are the same only if they
/// are one object.
public final class Shape: Sendable {
  /// What a field holds, which decides how a template may use it.
  public enum Kind: Sendable {
    /// Text from anywhere, escaped where it is written. As a section: is there any?
    case text
    /// A whole number. As a section: is it known? (0 is.)
    case number
    /// Yes or no; only as a section.
    case flag
    /// An address; the only kind that may begin a URL. As a section: is it known?
    case link
    /// Finished output in a language, written with three braces. As a section: is there any?
    case markup(Language)
    /// One record; a section enters it if it is there, a dotted name reaches into it.
    case record(@Sendable () -> Shape)
    /// Any number of records; a section repeats for each.
    case list(@Sendable () -> Shape)
  }

  /// One name and what it stands for.
  public struct Field: Sendable {
    /// The name as templates write it; `.` for what a list of plain values holds.
    public var name: String
    /// What it holds.
    public var kind: Kind

    /// A field of a kind.
    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// What the fields describe, for messages, such as `finding`.
  public let name: String
  /// The fields, in the order of a record's values.
  public let fields: [Field]
  private let slots: [String: Int]

  /// A shape of fields; of two with one name the first counts.
  public init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
    slots = Dictionary(zip(fields.map(\.name), fields.indices)) { first, _ in first }
  }

  /// The place of a field among a record's values; nil for an unknown name.
  func slot(_ name: some StringProtocol) -> Int? { slots[String(name)] }
}

extension Shape {
  /// The shape of one text in a list of texts: a template writes it as `{{.}}`.
  public static let plainText = Shape("text", [Field(".", .text)])
  /// The shape of one number in a list of numbers: a template writes it as `{{.}}`.
  public static let plainNumber = Shape("number", [Field(".", .number)])
}
