internal import ArgumentParser
internal import Dashboards
internal import Findings
internal import Hashing
internal import Pipeline
internal import Readers
internal import Services

extension Configuration {
  /// Reads a configuration file.
  static func load(_ file: String) async throws(Problem) -> Configuration {
    let hint = "`vigil init` writes one; --config names another"
    let text = try await LocalFile.text(file, hint: hint)
    var configuration = try Configuration(parsing: text, file: file)
    for file in configuration.mappingFiles {
      let text = try await LocalFile.text(file, hint: "formats: names it")
      let mapping = try ReportMapping(parsing: text, file: file, besides: configuration.mappings)
      configuration.mappings.append(mapping)
      configuration.digest = SHA256.hash(configuration.digest + text).hexadecimal
    }
    return configuration
  }

  /// The key for digests of secrets, if the configuration names one.
  func secretKey(environment: [String: String]) async throws(Problem) -> [UInt8]? {
    let hint = "any long random text will do; keep it, or every secret becomes new"
    if let variable = secretKeyVariable {
      guard let value = environment[variable], value.utf8.count >= 16 else {
        throw Problem(file: variable, problem: "is not set, or shorter than 16 bytes", hint: hint)
      }
      return Array(value.utf8)
    }
    guard let file = secretKeyFile else { return nil }
    guard let bytes = try await LocalFile.read(file, sizeLimit: 1 << 20), bytes.count >= 16 else {
      throw Problem(file: file, problem: "does not exist, or is shorter than 16 bytes", hint: hint)
    }
    return bytes
  }

  /// The store of artifacts.
  func artifactStore(environment: [String: String]) throws(Problem) -> any ObjectStore {
    try artifacts.open(mustExist: true, sizeLimit: maxSize, environment: environment)
  }

  /// The history.
  func openHistory(environment: [String: String]) throws(Problem) -> History {
    History(in: try history.open(mustExist: false, environment: environment))
  }
}
