internal import Findings
internal import Glibc

/// Where AWS's tools keep their settings: the files `config` and `credentials`.
struct SharedFiles: Sendable {
  /// One of the two.
  private struct Place {
    var path: String
    /// The variable that names it; nil for the usual place.
    var variable: String?
  }

  private let config: Place?
  private let credentials: Place?

  /// The files that the environment names, or those in the home folder.
  init(environment: [String: String]) {
    let home = environment.nonEmpty("HOME")
    func place(_ variable: String, _ usual: String) -> Place? {
      guard let path = environment.nonEmpty(variable) else {
        return home.map { Place(path: "\($0)/.aws/\(usual)") }
      }
      let isInHome = path.utf8.starts(with: "~/".utf8)
      let whole = isInHome ? home.map { "\($0)\(path.dropFirst())" } ?? path : path
      return Place(path: whole, variable: variable)
    }
    config = place("AWS_CONFIG_FILE", "config")
    credentials = place("AWS_SHARED_CREDENTIALS_FILE", "credentials")
  }

  /// A problem with the name of a profile that is in neither file.
  func unknownProfile(_ name: String) -> Problem {
    let paths = [config?.path, credentials?.path].compactMap { $0 }
    return Problem(
      file: paths.isEmpty ? "AWS profile" : paths.joined(separator: ", "),
      place: "profile \(name)",
      problem: "there is no such profile",
      hint: "in config it is written [profile NAME], in credentials [NAME]"
    )
  }

  /// What the files say now.
  func profiles() throws(Problem) -> Profiles {
    var profiles = Profiles()
    if let config, let file = try read(config, &profiles) {
      for (section, settings) in file.sections {
        guard let name = Self.profileName(section) else { continue }
        // `[profile default]` goes before `[default]`.
        let isWeaker = section == "default" && file.sections["profile default"] != nil
        if !isWeaker { profiles.add(settings, to: name, from: config.path) }
      }
    }
    if let credentials, let file = try read(credentials, &profiles) {
      for (name, settings) in file.sections {
        profiles.add(settings, to: name, from: credentials.path)
      }
    }
    return profiles
  }

  private func read(
    _ place: Place,
    _ profiles: inout Profiles
  ) throws(Problem) -> ConfigurationFile? {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try OpenFile(place.path, O_RDONLY).bytes(upTo: 1 << 20)
    } catch {
      if error.number == ENOENT || error.number == ENOTDIR {
        if let variable = place.variable {
          profiles.missing.append(
            Problem(
              file: place.path,
              problem: error.sentence,
              hint: "\(variable) names it: correct or unset that"
            )
          )
        }
        return nil
      }
      throw Problem(file: place.path, problem: error.sentence)
    }
    return try ConfigurationFile(bytes, path: place.path)
  }

  /// The profile that a section of `config` describes; nil for sections of other things.
  private static func profileName(_ section: String) -> String? {
    if section == "default" { return section }
    guard section.utf8.starts(with: "profile".utf8) else { return nil }
    let rest = section.dropFirst("profile".count)
    guard rest.utf8.first == 0x20 || rest.utf8.first == 0x09 else { return nil }
    let name = rest.trimmed
    guard name.utf8.count > 1, let quote = name.utf8.first, name.utf8.last == quote,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return name }
    return String(name.dropFirst().dropLast())
  }
}
