internal import Compression

/// A file for programs: as it is, or packed with gzip where the site would grow too large otherwise.
struct ExportFile: ~Copyable {
  /// Its path, with `.gz` at its end if it is packed.
  let path: String
  private var gzip: GzipWriter?

  /// A file with nothing in it yet.
  init(_ name: String, isPacked: Bool) {
    path = Self.path(name, isPacked: isPacked)
    gzip = isPacked ? GzipWriter() : nil
  }

  /// The path of an export, packed or not.
  static func path(_ name: String, isPacked: Bool) -> String { isPacked ? name + ".gz" : name }

  /// The next piece of the file; it may be empty.
  mutating func add(_ bytes: [UInt8]) -> Page {
    Page(path: path, bytes: gzip?.add(bytes) ?? bytes)
  }

  /// The last piece of the file; it may be empty.
  mutating func finish() -> Page { Page(path: path, bytes: gzip?.finish() ?? []) }
}
