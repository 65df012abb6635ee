internal import Findings

/// What the shared files say of one profile.
struct Profile: Sendable {
  private struct Setting {
    var value: String
    var file: String
  }

  /// Its name.
  let name: String
  private var settings: [String: Setting] = [:]
  /// The file that was read last.
  private var file = ""

  /// A profile without settings.
  init(name: String) { self.name = name }

  /// A setting that is there and not empty.
  subscript(_ setting: String) -> String? {
    settings[setting].flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// The first of some settings that is there.
  func first(of names: String...) -> String? { names.first { self[$0] != nil } }

  /// Adds what a file says; the parts of a key are taken from one file, never mixed.
  mutating func add(_ others: [String: String], from file: String) {
    let parts = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"]
    if parts.contains(where: { others[$0] != nil }) {
      for part in parts { settings[part] = nil }
    }
    for (name, value) in others { settings[name] = Setting(value: value, file: file) }
    self.file = file
  }

  /// The key that is written down, if one is.
  func key() throws(Problem) -> Credentials? {
    guard let either = first(of: "aws_access_key_id", "aws_secret_access_key") else { return nil }
    guard let accessKey = self["aws_access_key_id"], let secretKey = self["aws_secret_access_key"]
    else {
      let other =
        either == "aws_access_key_id" ? "aws_secret_access_key" : "aws_access_key_id"
      throw problem(either, "\(other) is missing", hint: "a key has both")
    }
    return Credentials(
      accessKey: accessKey,
      secretKey: secretKey,
      sessionToken: self["aws_session_token"]
    )
  }

  /// A problem with a setting, in the file it comes from.
  func problem(_ setting: String, _ sentence: String, hint: String? = nil) -> Problem {
    Problem(
      file: settings[setting]?.file ?? file,
      place: "profile \(name)",
      problem: sentence,
      hint: hint
    )
  }
}
