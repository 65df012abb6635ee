/// What names mean at one place of a template.
struct TemplateScope {
  /// A name that was found: where its value is, and of which kind.
  struct Found {
    var reference: TemplateProgram.Reference
    var kind: Shape.Kind
    /// Whether it is a field of the record that was entered last.
    var isInnermost: Bool
    /// The slots that lead on from the reference.
    var path: [Int] = []
  }

  /// The shapes of the records entered, the innermost last, none twice: an outer record of a shape
  /// that comes again is out of reach of any name.
  private(set) var frames: [Shape]
  /// What `{{.}}` means, inside a section on a plain value.
  var dot: Found?
  /// How the records entered in this routine were reached.
  private(set) var movement = Movement.none

  /// Where sections lead in the tree of records.
  enum Movement {
    /// Nowhere: no record was entered.
    case none
    /// Always into the record entered last, so that every way ends.
    case deeper
    /// At least once back to an outer record.
    case outward
  }

  /// A scope of records entered from outside.
  init(frames: [Shape]) {
    self.frames = frames
  }

  /// The scope of a partial: the same records, and nothing that `{{.}}` means.
  var forPartial: TemplateScope { TemplateScope(frames: frames) }

  /// Every name that means something here.
  var names: [String] { Array(Set(frames.flatMap { $0.fields.map(\.name) })).sorted() }

  /// The field of a name, the innermost record first.
  func find(_ name: Substring) -> Found? {
    if name == "." {
      if let dot { return dot }
      return found(".", frame: frames.count - 1)
    }
    for frame in frames.indices.reversed() {
      if let found = found(name, frame: frame) { return found }
    }
    return nil
  }

  private func found(_ name: Substring, frame: Int) -> Found? {
    guard let slot = frames[frame].slot(name) else { return nil }
    return Found(
      reference: TemplateProgram.Reference(frame: frame, slot: slot),
      kind: frames[frame].fields[slot].kind,
      isInnermost: frame == frames.count - 1
    )
  }

  /// Enters a record and says which record of the same shape is set aside for it.
  mutating func enter(_ shape: Shape, found: Found) -> Int? {
    let setAside = frames.firstIndex { $0 === shape }
    if let setAside { frames.remove(at: setAside) }
    frames.append(shape)
    dot = nil
    movement = found.isInnermost && movement != .outward ? .deeper : .outward
    return setAside
  }
}
