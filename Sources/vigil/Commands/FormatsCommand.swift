internal import ArgumentParser
internal import Findings
internal import Readers

/// `vigil formats`: what can be read.
struct FormatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the report formats that are read, and how to produce them.",
    discussion: """
      EXAMPLES
        vigil formats
        vigil formats trivy
        vigil formats --config vigil.yml
        vigil formats --markdown > formats.md
      """
  )

  @Argument(help: "Only this format.")
  var name: String?

  @Flag(help: "Write a page in Markdown instead.")
  var markdown = false

  @OptionGroup var described: MappingOption

  func run() async throws {
    let mappings = try await failing(with: .usage) { () throws(Problem) in
      try await described.load()
    }
    let formats = (readers.map { $0.format } + mappings.map(\.format))
      .filter { name == nil || $0.name == name }
    if let name, formats.isEmpty {
      Diagnostics.print("\(name): no format of this name (`vigil formats` lists them)")
      throw ExitCode.usage
    }
    if markdown { return Output.write(Array(FormatsPage(formats).text.utf8)) }
    for format in formats {
      Output.print("\(format.name)  \(format.title)")
      Output.print("  proven on  \(format.provenOn)")
      Output.print("  produce    \(format.produce)")
      Output.print("  finding    \(format.finding)")
      Output.print("  outcome    \(format.outcome)")
    }
  }
}
