/// Runs a compiled template over records.
struct TemplateRenderer {
  private let program: TemplateProgram
  /// Where the template writes.
  var output: TemplateOutput
  /// The records entered, the innermost last.
  private var frames: [Record] = []
  private var indentation: [UInt8] = []

  /// A renderer that has written nothing yet.
  init(program: TemplateProgram, output: TemplateOutput) {
    self.program = program
    self.output = output
  }

  /// Writes the template for a record of its shape.
  mutating func render(_ record: Record) {
    guard record.shape === program.shape else { return }
    frames = [record]
    run(program.routines[0], 0..<program.routines[0].count)
  }

  private mutating func run(_ steps: [TemplateProgram.Instruction], _ range: Range<Int>) {
    var next = range.lowerBound
    while next < range.upperBound {
      let step = steps[next]
      next += 1
      switch step {
      case .literal(let start, let count): write(literal: start, count)
      case .indentation: output.append(indentation)
      case .value(let reference, let language): write(value(reference), in: language)
      case .finished(let reference, let language): write(value(reference), in: language)
      case .ifPresent(let reference, let end): if !isPresent(value(reference)) { next = end }
      case .ifAbsent(let reference, let end): if isPresent(value(reference)) { next = end }
      case .each(let reference, let setAside, let end):
        each(value(reference), setAside: setAside, steps, next..<end)
        next = end
      case .call(let routine, let start, let count):
        let outer = indentation.count
        if count > 0 { indentation.append(contentsOf: program.literals[start..<start + count]) }
        run(program.routines[routine], 0..<program.routines[routine].count)
        indentation.removeSubrange(outer...)
      }
    }
    output.flushIfFull()
  }

  private mutating func each(
    _ value: Value,
    setAside: Int?,
    _ steps: [TemplateProgram.Instruction],
    _ body: Range<Int>
  ) {
    let aside = setAside.map { ($0, frames.remove(at: $0)) }
    switch value {
    case .record(let record): enter(record, steps, body)
    case .list(let records): for record in records { enter(record, steps, body) }
    case .rows(let rows):
      for position in 0..<rows.count {
        if output.isStopped { break }
        enter(rows.record(position), steps, body)
      }
    case .text, .number, .flag, .link, .markup, .none: break
    }
    if let (index, record) = aside { frames.insert(record, at: index) }
  }

  private mutating func enter(
    _ record: Record,
    _ steps: [TemplateProgram.Instruction],
    _ body: Range<Int>
  ) {
    frames.append(record)
    run(steps, body)
    frames.removeLast()
  }

  private func value(_ reference: TemplateProgram.Reference) -> Value {
    var value = field(reference.slot, of: frames[reference.frame])
    guard reference.path >= 0 else { return value }
    for slot in program.paths[reference.path] {
      guard case .record(let record) = value else { return .none }
      value = field(slot, of: record)
    }
    return value
  }

  private func field(_ slot: Int, of record: Record) -> Value {
    slot < record.values.count ? record.values[slot] : .none
  }

  private func isPresent(_ value: Value) -> Bool {
    switch value {
    case .none: false
    case .flag(let flag): flag
    case .text(let text): !text.isEmpty
    case .markup(let markup): !markup.bytes.isEmpty
    case .list(let records): !records.isEmpty
    case .rows(let rows): rows.count > 0
    case .number, .link, .record: true
    }
  }

  private mutating func write(literal start: Int, _ count: Int) {
    program.literals.withUnsafeBufferPointer { literals in
      output.append(UnsafeBufferPointer(rebasing: literals[start..<start + count]))
    }
  }

  private mutating func write(_ value: Value, in language: Language) {
    switch value {
    case .text(let text): output.append(text, in: language)
    case .number(let number): output.append(number)
    case .link(let link): output.append(link, in: language)
    case .markup(let markup):
      if language.embeds(markup.language) {
        output.append(markup.bytes)
      } else {
        output.append(markup.description, in: language)
      }
    case .flag, .record, .list, .rows, .none: break
    }
  }
}
