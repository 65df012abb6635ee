internal import ArgumentParser
internal import Dashboards
internal import Findings
internal import Pipeline
internal import Services

extension Configuration {
  /// Reads a configuration file.
  static func load(_ file: String) async throws(Problem) -> Configuration {
    guard let bytes = try await LocalFile.read(file, sizeLimit: 1 << 20) else {
      throw Problem(
        file: file,
        problem: "does not exist",
        hint: "`vigil init` writes one; --config names another"
      )
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problem(file: file, problem: "not UTF-8")
    }
    return try Configuration(parsing: text, file: file)
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
