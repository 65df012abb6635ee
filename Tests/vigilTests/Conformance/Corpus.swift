import Foundation
import Hashing
import Syntax
import TestSupport

/// Real reports with reference counts, where they are: in the folder that `VIGIL_CORPUS` names, or
/// in the archive beside the checkout.
///
/// The archive is unpacked once into the system's temporary folder, under a name of its own.
enum Corpus {
  private static let environment = ProcessInfo.processInfo.environment
  private static let archive = Checkout.root
    .appending(path: "../shared/corpus/reports.tar.gz").standardized

  /// The file that the table of differences goes to, if somebody wants it.
  static let table = environment["VIGIL_CONFORMANCE_TABLE"].map { URL(filePath: $0) }

  /// Whether there is one.
  static var isThere: Bool {
    environment["VIGIL_CORPUS"] != nil
      || FileManager.default.fileExists(atPath: archive.path)
  }

  /// All its reports, in the order of their list, and whether it is the very corpus of which our
  /// tables speak.
  static func load() throws -> (reports: [CorpusReport], isKnown: Bool) {
    let folder = try environment["VIGIL_CORPUS"].map { URL(filePath: $0) } ?? unpacked()
    let list = [UInt8](try Data(contentsOf: folder.appending(path: "expected.jsonl")))
    let reports = try list.split(separator: UInt8(ascii: "\n"))
      .map { line in
        CorpusReport(try JSONDocument(parsing: Array(line)).root, in: folder)
      }
    return (reports, SHA256.hash(list).hexadecimal == Self.list)
  }

  /// All its reports.
  static func reports() throws -> [CorpusReport] { try load().reports }

  /// The SHA-256 of the list of reports that our tables speak of.
  private static let list = "c9e2e0df23eb644ae455825493af526fa1593ba88c1bcdee2b5e0fd5b1e74e40"

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
