/// A template compiled for a shape: what to do, one step after another, no name left in it.
struct TemplateProgram: Sendable {
  /// Where a value is found: a record among those entered, and its place in it.
  struct Reference: Sendable, Hashable {
    /// The record, counted from the outermost.
    var frame: Int
    /// The value in it.
    var slot: Int
    /// Which of the program's paths leads on from there, for dotted names; -1 for none.
    var path = -1
  }

  /// One step.
  enum Instruction: Sendable {
    /// Bytes of `literals`.
    case literal(start: Int, count: Int)
    /// The current indentation, at the start of a line of an indented partial.
    case indentation
    /// A text or a number, escaped.
    case value(Reference, Language)
    /// A link, or finished markup; markup of a foreign language is escaped.
    case finished(Reference, Language)
    /// Goes on at `end` unless there is something.
    case ifPresent(Reference, end: Int)
    /// Goes on at `end` if there is something.
    case ifAbsent(Reference, end: Int)
    /// Runs up to `end` inside each record, a record of the same shape set aside meanwhile.
    case each(Reference, setAside: Int?, end: Int)
    /// Runs a routine, its lines indented by bytes of `literals`.
    case call(Int, start: Int, count: Int)
  }

  /// The steps of each routine: the template first, then its partials.
  var routines: [[Instruction]] = []
  /// All text of the templates.
  var literals: [UInt8] = []
  /// The slots that dotted names lead through.
  var paths: [[Int]] = []
  /// The shape of the outermost record.
  let shape: Shape

  /// A program with no steps yet.
  init(shape: Shape) {
    self.shape = shape
  }
}
