/// A template that was checked against a shape and writes records of it.
public struct Template: Sendable {
  let program: TemplateProgram
  /// The language it writes.
  public let language: Language

  /// Writes a record of the template's shape; nothing for a record of another.
  public func render(_ record: Record) -> [UInt8] {
    var renderer = TemplateRenderer(program: program, output: TemplateOutput())
    renderer.render(record)
    return renderer.output.bytes
  }

  /// Writes a record piece by piece, so that the whole is never in memory.
  ///
  /// Each piece is at least `chunk` bytes but the last; when the sink throws, rendering stops.
  public func render<Failure: Error>(
    _ record: Record,
    chunk: Int = 65_536,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var failure: Failure?
    withoutActuallyEscaping(sink) { sink in
      let output = TemplateOutput(chunk: chunk) { bytes in
        do throws(Failure) {
          try sink(bytes)
          return true
        } catch {
          failure = error
          return false
        }
      }
      var renderer = TemplateRenderer(program: program, output: output)
      renderer.render(record)
      renderer.output.flush()
    }
    if let failure { throw failure }
  }
}

/// A template that was checked against a kind of view.
public struct ViewTemplate<View: TemplateView>: Sendable {
  /// The template underneath.
  public let template: Template

  /// Writes a view.
  public func render(_ view: View) -> [UInt8] { template.render(view.record) }

  /// Writes a view as finished markup, to stand in another template.
  public func markup(_ view: View) -> Markup { Markup(render(view), in: template.language) }

  /// Writes a view piece by piece, so that the whole is never in memory.
  public func render<Failure: Error>(
    _ view: View,
    chunk: Int = 65_536,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try template.render(view.record, chunk: chunk, to: sink)
  }
}
