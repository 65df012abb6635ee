internal import Compression
internal import Findings
internal import Readers

/// A zip archive as an artifact: the reports in it are one scan.
///
/// Fortify's results are such an archive (FPR); others are made by whoever collects the pages of an
/// export.
struct ReportArchive {
  /// A file of the archive.
  struct File {
    let name: String
    let bytes: [UInt8]
  }

  /// The files to read, each a report.
  let reports: [File]
  /// What lies beside them and says more of them, by name.
  let attachments: [String: [UInt8]]

  /// Unpacks what is to be read, within a limit for all of it.
  init(_ bytes: [UInt8], limit: Int) throws(ReadError) {
    do {
      let entries = try Zip.entries(of: bytes).filter { !Self.isHidden($0.name) }
      // Of Fortify's files one is the report; the rest are its audit, its log and its source.
      let isFortify = entries.contains { $0.name == "audit.fvdl" }
      let wanted = entries.filter {
        !isFortify || $0.name == "audit.fvdl" || $0.name == "audit.xml"
      }
      var files: [File] = []
      var room = limit
      for entry in wanted {
        let unpacked = try Zip.unpack(entry, of: bytes, limit: room)
        room -= unpacked.count
        files.append(File(name: entry.name, bytes: unpacked))
      }
      reports = files.filter { !isFortify || $0.name == "audit.fvdl" }
      let others = files.filter { isFortify && $0.name == "audit.xml" }
      attachments = Dictionary(others.map { ($0.name, $0.bytes) }) { first, _ in first }
    } catch {
      throw ReadError(error, "zip archive")
    }
    if reports.isEmpty { throw ReadError(problem: "the zip archive holds no file") }
  }

  private static func isHidden(_ name: String) -> Bool {
    name.hasPrefix("__MACOSX/") || name.split(separator: "/").last?.hasPrefix(".") == true
  }
}

extension ReadError {
  /// Why something packed could not be unpacked.
  init(_ error: CompressionError, _ kind: String) {
    switch error {
    case .damaged: self.init(problem: "the \(kind) is damaged or cut off")
    case .tooLarge(let limit):
      self.init(
        problem: "it unpacks to more than \(limit) bytes",
        hint: "raise artifacts.max_size, or split the report"
      )
    }
  }
}
