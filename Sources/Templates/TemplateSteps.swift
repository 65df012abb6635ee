extension TemplateCompiler {
  /// The steps of one routine, as they are put together.
  struct Steps {
    var instructions: [Instruction] = []
    /// Steps before it are not added to: a section ends there.
    private var barrier = 0

    /// Appends text, to the step before if that is text too.
    mutating func append(literal bytes: ArraySlice<UInt8>, to literals: inout [UInt8]) {
      let start = literals.count
      literals.append(contentsOf: bytes)
      if instructions.count > barrier,
        case .literal(let before, let count) = instructions[instructions.count - 1],
        before + count == start
      {
        instructions[instructions.count - 1] =
          .literal(start: before, count: count + bytes.count)
      } else {
        instructions.append(.literal(start: start, count: bytes.count))
      }
    }

    /// Ends the section whose step is at `start`.
    mutating func endSection(from start: Int) {
      let end = instructions.count
      barrier = end
      switch instructions[start] {
      case .ifPresent(let reference, _): instructions[start] = .ifPresent(reference, end: end)
      case .ifAbsent(let reference, _): instructions[start] = .ifAbsent(reference, end: end)
      case .each(let reference, let setAside, _):
        instructions[start] = .each(reference, setAside: setAside, end: end)
      case .literal, .indentation, .value, .finished, .call: break
      }
    }
  }
}
