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

  /// The secret, read when it is needed.
  func held(environment: [String: String]) -> Secret {
    if let variable { return Secret(variable: variable, in: environment) }
    return Secret(file: file ?? "")
  }
}
