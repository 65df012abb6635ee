internal import ArgumentParser
internal import Findings
internal import Readers

/// Formats that no reader knows, which a command reads as well.
struct MappingOption: ParsableArguments {
  @Option(help: "A file that describes a format no reader knows.", completion: .file())
  var mapping: [String] = []

  @Option(help: "A configuration whose formats are read as well.", completion: .file())
  var config: String?

  /// The configuration's mappings and then those of the files.
  func load() async throws(Problem) -> [ReportMapping] {
    var mappings: [ReportMapping] = []
    if let config { mappings = try await Configuration.load(config).mappings }
    return try await ReportMapping.load(mapping, besides: mappings)
  }
}
