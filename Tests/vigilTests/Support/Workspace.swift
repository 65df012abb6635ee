import Findings
import Foundation
import Syntax
import TestSupport

/// A folder with artifacts, a configuration, and what the program makes of them.
struct Workspace {
  /// The folder.
  let folder: TemporaryFolder

  /// The configuration that workspaces have unless a test gives another.
  static let configuration = """
    title: Acme
    artifacts:
      from: artifacts
    history:
      at: history
    output: public

    """

  init(configuration: String = configuration) throws {
    folder = try TemporaryFolder()
    try folder.write(configuration, to: "vigil.yml")
    try FileManager.default.createDirectory(
      atPath: folder("artifacts"),
      withIntermediateDirectories: true
    )
  }

  /// The moment of a night's run.
  static func moment(_ night: Int) -> String {
    Instant(seconds: 1_793_750_400 + Int64(night) * 86_400).description
  }

  /// Lays down a report, as written in the evening before a night.
  func put(_ text: String, at key: String, night: Int = 0) throws {
    try put(Array(text.utf8), at: key, night: night)
  }

  /// Lays down a report's bytes.
  func put(_ bytes: [UInt8], at key: String, night: Int = 0) throws {
    let path = folder("artifacts/\(key)")
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: url)
    let written = Date(timeIntervalSince1970: Double(1_793_746_800 + night * 86_400))
    try FileManager.default.setAttributes([.modificationDate: written], ofItemAtPath: path)
  }

  /// Takes a report away.
  func remove(_ key: String) throws {
    try FileManager.default.removeItem(atPath: folder("artifacts/\(key)"))
  }

  /// Runs the program in the folder.
  func vigil(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Run {
    try Program(arguments, in: folder.path, environment: environment).wait()
  }

  /// Does a night's run.
  func run(
    night: Int,
    _ options: String...,
    environment: [String: String] = [:]
  ) throws -> Program.Run {
    let arguments = ["run", "--now", Self.moment(night)] + options
    return try Program(arguments, in: folder.path, environment: environment).wait()
  }

  /// The bytes of a file.
  func bytes(of file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder(file))))
  }

  /// All files in a folder, by their paths in it.
  func files(in name: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let manager = FileManager.default
    for file in try manager.subpathsOfDirectory(atPath: folder(name)) {
      let type = try manager.attributesOfItem(atPath: folder("\(name)/\(file)"))[.type]
      guard type as? FileAttributeType == .typeRegular else { continue }
      files[file] = try bytes(of: "\(name)/\(file)")
    }
    return files
  }

  /// What programs read of the last run.
  func report() throws -> JSON {
    try JSONDocument(parsing: try bytes(of: "public/report.json")).root
  }

  /// The rules of the findings that are open in the last run, sorted.
  func openRules() throws -> [String] {
    try report()["findings"].elements.filter { $0["state"].string == "open" }
      .compactMap { $0["rule"]["id"].string }.sorted()
  }

  /// The states of all findings in the last run.
  func states() throws -> [String] {
    try report()["findings"].elements.compactMap { $0["state"].string }
  }

  /// The outcome of the last run's scan by a scanner.
  func outcome(of scanner: String) throws -> String? {
    try report()["scans"].elements.first { $0["scanner"].string == scanner }?["outcome"].string
  }
}
