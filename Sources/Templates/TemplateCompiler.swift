/// Compiles a template for a shape; every name is found now or refused.
struct TemplateCompiler {
  typealias Instruction = TemplateProgram.Instruction

  private let sources: TemplateSources
  private(set) var program: TemplateProgram
  private var routines: [RoutineKey: Int] = [:]
  private var calls = CallGraph()

  /// What makes one compiled partial different from another.
  private struct RoutineKey: Hashable {
    var file: String
    var frames: [ObjectIdentifier]
    var isIndented: Bool
  }

  /// Where in which file, and in which routine, the compiler is.
  private struct Place {
    var source: TemplateSource
    var routine: Int
    var isIndented: Bool
  }

  /// A compiler over the sources of a library.
  init(sources: TemplateSources, shape: Shape) {
    self.sources = sources
    program = TemplateProgram(shape: shape)
  }

  /// Compiles a template and the partials it uses.
  mutating func compile(_ source: TemplateSource) throws(TemplateError) {
    _ = try routine(source, in: TemplateScope(frames: [program.shape]), isIndented: false)
    if let call = calls.endless {
      throw TemplateError(
        call.source,
        at: call.name.offset,
        problem: "the partial \"\(call.name.text)\" comes back to itself without end",
        hint: "a template may call itself only inside a section on the record it is in"
      )
    }
  }

  /// The number of a routine, compiled once.
  private mutating func routine(
    _ source: TemplateSource,
    in scope: TemplateScope,
    isIndented: Bool
  ) throws(TemplateError) -> Int {
    let key = RoutineKey(
      file: source.file,
      frames: scope.frames.map(ObjectIdentifier.init),
      isIndented: isIndented
    )
    if let known = routines[key] { return known }
    let number = program.routines.count
    routines[key] = number
    program.routines.append([])
    var steps = Steps()
    let place = Place(source: source, routine: number, isIndented: isIndented)
    try compile(source.nodes, at: place, in: scope, into: &steps)
    program.routines[number] = steps.instructions
    return number
  }

  private mutating func compile(
    _ nodes: [TemplateNode],
    at place: Place,
    in scope: TemplateScope,
    into steps: inout Steps
  ) throws(TemplateError) {
    for node in nodes {
      switch node {
      case .literal(let range):
        steps.append(literal: place.source.bytes[range], to: &program.literals)
      case .lineStart:
        if place.isIndented { steps.instructions.append(.indentation) }
      case .value(let name, let raw):
        let found = try resolve(name, in: scope, of: place.source)
        let use = TemplateUse(source: place.source, name: name, found: found)
        steps.instructions.append(try use.write(raw: raw))
      case .section(let name, let inverted, let body):
        let found = try resolve(name, in: scope, of: place.source)
        let use = TemplateUse(source: place.source, name: name, found: found)
        var inner = scope
        let section = try use.section(inverted: inverted, scope: &inner)
        let start = steps.instructions.count
        steps.instructions.append(section)
        try compile(body, at: place, in: inner, into: &steps)
        steps.endSection(from: start)
      case .partial(let name, let indentation):
        let call = try call(name, indentation, at: place, in: scope)
        steps.instructions.append(call)
      }
    }
  }

  private mutating func call(
    _ name: TemplateName,
    _ indentation: Range<Int>,
    at place: Place,
    in scope: TemplateScope
  ) throws(TemplateError) -> Instruction {
    let partial = try sources.partial(name, of: place.source)
    let start = program.literals.count
    program.literals.append(contentsOf: place.source.bytes[indentation])
    let number = try routine(
      partial,
      in: scope.forPartial,
      isIndented: place.isIndented || !indentation.isEmpty
    )
    calls.add(
      CallGraph.Call(
        from: place.routine,
        to: number,
        movement: scope.movement,
        source: place.source,
        name: name
      )
    )
    return .call(number, start: start, count: indentation.count)
  }

  /// Finds a name, dots and all.
  private mutating func resolve(
    _ name: TemplateName,
    in scope: TemplateScope,
    of source: TemplateSource
  ) throws(TemplateError) -> TemplateScope.Found {
    let parts = name.parts
    guard var found = scope.find(parts[0]) else {
      throw .unknown(parts[0], name, source, among: scope.names, of: scope.frames)
    }
    var path: [Int] = []
    for (index, part) in parts.enumerated().dropFirst() {
      guard case .record(let shape) = found.kind else {
        throw .notARecord(parts[index - 1], found.kind, name, source)
      }
      guard let slot = shape().slot(part) else {
        let names = shape().fields.map(\.name)
        throw .unknown(part, name, source, among: names, of: [shape()])
      }
      path.append(slot)
      found.kind = shape().fields[slot].kind
    }
    if !path.isEmpty {
      found.reference.path = program.paths.count
      program.paths.append(path)
    }
    return found
  }
}
