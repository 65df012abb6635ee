internal import Findings
internal import Services

/// Where a secret is kept: a variable of the environment, or a file.
///
/// The configuration never holds one.
struct SecretPlace: Sendable, Hashable {
  /// The variable.
  var variable: String?
  /// The file.
  var file: String?

  /// Reads the keys `NAME_variable` and `NAME_file` of a section; nil if neither is there.
  init?(_ section: YAMLSection, _ name: String, in folder: String) throws(Problem) {
    variable = try section.string("\(name)_variable")
    file = try section.string("\(name)_file").map { Configuration.path($0, in: folder) }
    if variable == nil, file == nil { return nil }
  }

  /// The keys of a section that name the place.
  static func keys(_ name: String) -> [String] { ["\(name)_variable", "\(name)_file"] }

  /// The secret, without the white space around it.
  ///
  /// - Parameter environment: The environment's variables.
  /// - Returns: The secret, never empty.
  /// - Throws: That it is not there; the problem names the place, never the secret.
  func secret(environment: [String: String]) async throws(Problem) -> String {
    if let variable {
      guard let value = environment[variable].map(Self.trimmed), !value.isEmpty else {
        throw Problem(
          file: variable,
          problem: "is not set",
          hint: "a CI/CD variable of this name, masked, holds the token"
        )
      }
      return value
    }
    let file = file ?? ""
    let text = Self.trimmed(try await LocalFile.text(file, hint: "it holds the token"))
    guard !text.isEmpty else { throw Problem(file: file, problem: "is empty") }
    return text
  }

  /// The secret, read when it is needed.
  func held(environment: [String: String]) -> Secret {
    if let variable { return Secret(variable: variable, in: environment) }
    return Secret(file: file ?? "")
  }

  private static func trimmed(_ text: String) -> String {
    let kept = text.drop { $0.isWhitespace }
    guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...last])
  }
}
