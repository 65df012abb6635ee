/// A finished value that a template shows.
///
/// A view says once which names a template may use and what stands behind each:
///
///     struct ScanRow: TemplateView {
///       let scanner: String
///       let findings: Int
///
///       static let schema = Schema<ScanRow>("scan", [
///         .text("scanner") { $0.scanner },
///         .number("findings") { $0.findings },
///         .flag("isClean") { $0.findings == 0 },
///       ])
///     }
public protocol TemplateView: Sendable {
  /// The names and what stands behind each; declare it as `static let`.
  static var schema: Schema<Self> { get }
}

extension TemplateView {
  /// The names a template may use.
  public static var shape: Shape { schema.shape }

  /// The view's values, each computed now.
  public var record: Record {
    let getters = Self.schema.getters
    let values = [Value](unsafeUninitializedCapacity: getters.count) { buffer, count in
      for getter in getters {
        buffer.initializeElement(at: count, to: getter(self))
        count += 1
      }
    }
    return Record(Self.schema.shape, values)
  }
}

/// A view's fields: their names, their kinds, and how to read each from the view.
public struct Schema<View>: Sendable {
  /// The names and kinds.
  public let shape: Shape
  let getters: [@Sendable (View) -> Value]

  /// A schema of fields; the name is for messages, such as `finding`.
  public init(_ name: String, _ fields: [ViewField<View>]) {
    shape = Shape(name, fields.map(\.field))
    getters = fields.map(\.value)
  }
}

/// One field of a view.
///
/// Whatever may be nil is declared with the same words: nil is written as nothing, and a section
/// on it is left out.
public struct ViewField<View>: Sendable {
  let field: Shape.Field
  let value: @Sendable (View) -> Value

  private init(_ name: String, _ kind: Shape.Kind, value: @escaping @Sendable (View) -> Value) {
    field = Shape.Field(name, kind)
    self.value = value
  }

  /// Text from anywhere; empty counts as none.
  public static func text(_ name: String, _ get: @escaping @Sendable (View) -> String?) -> Self {
    Self(name, .text) { view in get(view).map(Value.text) ?? .none }
  }

  /// A whole number.
  public static func number(_ name: String, _ get: @escaping @Sendable (View) -> Int?) -> Self {
    Self(name, .number) { view in get(view).map(Value.number) ?? .none }
  }

  /// Yes or no.
  public static func flag(_ name: String, _ get: @escaping @Sendable (View) -> Bool) -> Self {
    Self(name, .flag) { view in .flag(get(view)) }
  }

  /// An address.
  public static func link(_ name: String, _ get: @escaping @Sendable (View) -> Link?) -> Self {
    Self(name, .link) { view in get(view).map(Value.link) ?? .none }
  }

  /// Finished output in a language.
  public static func markup(
    _ name: String,
    in language: Language,
    _ get: @escaping @Sendable (View) -> Markup?
  ) -> Self {
    Self(name, .markup(language)) { view in get(view).map(Value.markup) ?? .none }
  }

  /// Another view.
  public static func record<Other: TemplateView>(
    _ name: String,
    _ get: @escaping @Sendable (View) -> Other?
  ) -> Self {
    Self(name, .record { Other.shape }) { view in get(view).map { .record($0.record) } ?? .none }
  }

  /// Other views, all made at once.
  public static func list<Other: TemplateView>(
    _ name: String,
    _ get: @escaping @Sendable (View) -> [Other]
  ) -> Self {
    Self(name, .list { Other.shape }) { view in .list(get(view).map(\.record)) }
  }

  /// Other views, each made when it is written.
  public static func rows<Other: TemplateView>(
    _ name: String,
    of _: Other.Type,
    _ get: @escaping @Sendable (View) -> Rows
  ) -> Self {
    Self(name, .list { Other.shape }) { view in .rows(get(view)) }
  }

  /// Plain texts, each written as `{{.}}`.
  public static func texts(_ name: String, _ get: @escaping @Sendable (View) -> [String]) -> Self {
    Self(name, .list { .plainText }) { view in
      .list(get(view).map { Record(.plainText, [.text($0)]) })
    }
  }
}
