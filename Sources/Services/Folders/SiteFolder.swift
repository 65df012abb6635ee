public import Dashboards
public import Findings
internal import Glibc
internal import Hashing
public import Pipeline

/// A folder that web pages are written to.
///
/// Each file is whole or not there. `SHA256SUMS` lists them all with their digests: with it anybody
/// can check the pages, and the next run knows which files are its own to remove.
public struct SiteFolder: SiteOutput {
  /// The list of files, in the form that `sha256sum --check` reads.
  public static let manifest = "SHA256SUMS"

  /// The folder as the configuration names it.
  public let name: String

  /// A folder, which is created with the first file.
  public init(root: String) {
    name = root.isEmpty ? "." : root
  }

  /// Writes all files, and removes those that an earlier run wrote and this one did not.
  ///
  /// - Throws: What could not be written; and that the folder holds pages that are not Vigil's.
  public func write(
    _ body: ((Page) throws(Problem) -> Void) throws(Problem) -> Void
  ) throws(Problem) {
    let result: Result<Void, Problem>
    do throws(SystemError) {
      try FolderStore.makeFolder(name)
      // Of two runs at once, one writes its pages after the other: no site is made of both.
      let folder = try OpenFile(name, O_RDONLY | O_DIRECTORY)
      try folder.lock()
      result = Result { () throws(Problem) in try writeAlone(body) }
    } catch {
      throw Problem(file: name, problem: "could not be written: \(error.sentence)")
    }
    try result.get()
  }

  private func writeAlone(
    _ body: ((Page) throws(Problem) -> Void) throws(Problem) -> Void
  ) throws(Problem) {
    let earlier = try earlierFiles()
    let isOurs = exists(Self.manifest)
    if !isOurs, exists("index.html") {
      throw Problem(
        file: path(of: "index.html"),
        problem: "is not Vigil's, and was not overwritten",
        hint: "choose another folder for the output"
      )
    }
    var writer = SiteWriter(root: name)
    // A run that is killed leaves pages that are known to be Vigil's.
    if !isOurs { try writer.add(Page(path: Self.manifest, bytes: [])) }
    _ = try writer.finish()
    try body { (page) throws(Problem) in try writer.add(page) }
    var sums = try writer.finish()
    let written = Set(sums.map(\.path))
    sums.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let lines = sums.map { "\($0.sha256)  \($0.path)\n" }.joined()
    try writer.add(Page(path: Self.manifest, bytes: Array(lines.utf8)))
    _ = try writer.finish()
    for file in earlier where !written.contains(file) { remove(file) }
  }

  /// The files that an earlier run wrote here.
  private func earlierFiles() throws(Problem) -> [String] {
    guard exists(Self.manifest) else { return [] }
    do throws(SystemError) {
      let file = try OpenFile(path(of: Self.manifest), O_RDONLY)
      let bytes = try file.bytes(upTo: file.status().size)
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
        let file = String(line.dropFirst(66))
        return line.utf8.count > 66 && Self.isBelow(file) ? file : nil
      }
    } catch {
      throw Problem(file: path(of: Self.manifest), problem: "could not be read: \(error.sentence)")
    }
  }

  /// Whether a path stays below the folder.
  private static func isBelow(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  /// Removes a file, and the folders that are empty then.
  private func remove(_ file: String) {
    guard unlink(path(of: file)) == 0 else { return }
    var folder = file[...]
    while let end = folder.lastIndex(of: "/") {
      folder = folder[..<end]
      guard rmdir(path(of: String(folder))) == 0 else { return }
    }
  }

  private func exists(_ file: String) -> Bool { access(path(of: file), F_OK) == 0 }

  private func path(of file: String) -> String {
    name.hasSuffix("/") ? name + file : "\(name)/\(file)"
  }
}
