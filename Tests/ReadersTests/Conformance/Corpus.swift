import Foundation
import Syntax

/// Real reports with reference counts, where they are: in the folder that `VIGIL_CORPUS` names, or
/// in the archive beside the checkout.
///
/// The archive is unpacked once into the system's temporary folder, under a name of its own.
enum Corpus {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let environment = ProcessInfo.processInfo.environment
  private static let archive = root.appending(path: "../shared/corpus/reports.tar.gz").standardized

  /// Whether there is one.
  static var isThere: Bool {
    environment["VIGIL_CORPUS"] != nil
      || FileManager.default.fileExists(atPath: archive.path)
  }

  /// All its reports, in the order of their list.
  static func reports() throws -> [CorpusReport] {
    let folder = try environment["VIGIL_CORPUS"].map { URL(filePath: $0) } ?? unpacked()
    let list = [UInt8](try Data(contentsOf: folder.appending(path: "expected.jsonl")))
    return try list.split(separator: UInt8(ascii: "\n"))
      .map { line in
        CorpusReport(try JSONDocument(parsing: Array(line)).root, in: folder)
      }
  }

  private static func unpacked() throws -> URL {
    let files = FileManager.default
    let facts = try files.attributesOfItem(atPath: archive.path)
    let size = facts[.size] as? Int ?? 0
    let time = Int((facts[.modificationDate] as? Date ?? .distantPast).timeIntervalSince1970)
    let folder = files.temporaryDirectory.appending(path: "vigil-corpus-\(size)-\(time)")
    if files.fileExists(atPath: folder.path) { return folder }

    let draft = files.temporaryDirectory.appending(path: "vigil-corpus-\(UUID())")
    try files.createDirectory(at: draft, withIntermediateDirectories: false)
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    tar.arguments = ["tar", "-xzf", archive.path, "-C", draft.path]
    try tar.run()
    tar.waitUntilExit()
    guard tar.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
    // Whoever else unpacks at this moment has the same files: the first to be done wins.
    do {
      try files.moveItem(at: draft, to: folder)
    } catch  where files.fileExists(atPath: folder.path) {
      try files.removeItem(at: draft)
    }
    return folder
  }
}
