internal import Findings
internal import Hashing
internal import Pipeline
internal import Readers
internal import Reconciliation
internal import Services

extension Configuration {
  /// Reads the text of a `vigil.yml`.
  ///
  /// - Parameters:
  ///   - text: The YAML.
  ///   - file: The file's path; relative paths in it start from its folder.
  /// - Throws: The first thing that is wrong, with its line.
  init(parsing text: String, file: String) throws(Problem) {
    guard let root = try YAMLSection(parsing: text, file: file) else {
      throw Problem(file: file, problem: "is empty", hint: "`vigil init` writes one to start from")
    }
    try root.allow([
      "title", "artifacts", "history", "output", "templates", "secrets", "scans", "findings",
      "gate", "formats", "site", "tickets", "messages",
    ])
    guard let artifacts = try root.section("artifacts") else {
      throw Problem(file: file, problem: "does not say where the artifacts are", hint: Self.example)
    }
    guard let history = try root.section("history") else {
      throw Problem(
        file: file,
        problem: "does not say where the history is kept",
        hint: "add history: with at: and a folder or s3://bucket/prefix"
      )
    }
    let folder = Self.folder(of: file)
    try artifacts.allow(Self.placeKeys + ["from", "layout", "branches", "ignore", "max_size"])
    try history.allow(Self.placeKeys + ["at"])
    guard let pattern = try artifacts.string("layout") ?? Optional(Layout.standardPattern) else {
      throw artifacts.problem("layout", "must be a text")
    }
    let layout: Layout
    do throws(Problem) {
      layout = try Layout(pattern)
    } catch {
      throw artifacts.problem("layout", "\(error.file): \(error.problem)", hint: error.hint)
    }
    self.init(
      artifacts: try Self.place(artifacts, "from", in: folder),
      layout: layout,
      history: try Self.place(history, "at", in: folder),
      output: Self.path(try root.string("output") ?? "public", in: folder),
      digest: SHA256.hash(text).hexadecimal
    )
    title = try root.string("title") ?? title
    templates = try root.string("templates").map { Self.path($0, in: folder) }
    branches = Set(try artifacts.strings("branches"))
    ignoring = try artifacts.strings("ignore")
    if let text = try artifacts.string("max_size") {
      guard let size = ByteSize.parse(text) else {
        throw artifacts.problem("max_size", "not a size", hint: "write it as 500 MB or 2 GB")
      }
      maxSize = size
    }
    try readRest(of: root, folder: folder)
  }

  private mutating func readRest(of root: YAMLSection, folder: String) throws(Problem) {
    if let secrets = try root.section("secrets") {
      try secrets.allow(["key_variable", "key_file"])
      secretKeyVariable = try secrets.string("key_variable")
      secretKeyFile = try secrets.string("key_file").map { Self.path($0, in: folder) }
    }
    if let scans = try root.section("scans") {
      try scans.allow(["stale_after_days", "retired"])
      staleAfterDays = try scans.number("stale_after_days", in: 1...3650) ?? staleAfterDays
      retired = try scans.strings("retired")
    }
    if let findings = try root.section("findings") {
      try findings.allow(["reopen_within_days", "keep_closed_days", "renamed_rules"])
      reconciling.reopenWithinDays =
        try findings.number("reopen_within_days", in: 0...3650) ?? reconciling.reopenWithinDays
      reconciling.keepClosedDays =
        try findings.number("keep_closed_days", in: 1...36_500) ?? reconciling.keepClosedDays
      reconciling.aliases = RuleAliases(try findings.table("renamed_rules"))
    }
    if let gate = try root.section("gate") {
      try gate.allow(["new", "open"])
      self.gate = Gate(new: try gate.word("new"), open: try gate.word("open"))
    }
    site = try root.string("site")
    if let section = try root.section("tickets") {
      tickets = try TicketSetup(section, site: site, folder: folder)
    }
    if let section = try root.section("messages") {
      messages = try MessageSetup(section, staleAfterDays: staleAfterDays, folder: folder)
    }
    for format in try root.sections("formats") {
      if let file = try format.string("file") {
        try format.allow(["file"])
        mappingFiles.append(Self.path(file, in: folder))
      } else {
        mappings.append(try ReportMapping(format, besides: mappings))
      }
    }
  }

  private static let placeKeys = ["endpoint", "region", "path_style", "profile", "certificates"]
  private static let example =
    "add artifacts: with from: and a folder or s3://bucket/prefix; `vigil init` writes an example"

  private static func place(
    _ section: YAMLSection,
    _ key: String,
    in folder: String
  ) throws(Problem) -> Place {
    guard let location = try section.string(key) else {
      throw section.problem(key, "is missing", hint: "name a folder or s3://bucket/prefix")
    }
    var place = Place(location: location)
    place.options = S3Location.Options(
      endpoint: try section.string("endpoint"),
      region: try section.string("region"),
      isPathStyle: try section.flag("path_style"),
      profile: try section.string("profile"),
      certificates: try section.string("certificates").map { path($0, in: folder) }
    )
    if place.isRemote {
      do throws(Problem) {
        _ = try S3Location(location, options: place.options)
      } catch {
        throw section.problem(key, "\(error.file): \(error.problem)", hint: error.hint)
      }
    } else {
      place.location = path(location, in: folder)
    }
    return place
  }

  /// A path that starts from a folder, unless it starts from the root.
  static func path(_ path: String, in folder: String) -> String {
    folder.isEmpty || path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }

  private static func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
  }
}
