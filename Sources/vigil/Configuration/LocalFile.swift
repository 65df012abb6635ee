internal import Findings
internal import Pipeline
internal import Services

/// One file on this machine.
enum LocalFile {
  /// Its bytes; nil if there is none.
  static func read(_ path: String, sizeLimit: Int = 2 << 30) async throws(Problem) -> [UInt8]? {
    let (folder, name) = split(path)
    let store = FolderStore(root: folder, mustExist: false, sizeLimit: sizeLimit)
    return try await store.read(key: name)?.bytes
  }

  /// The text of a configuration.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - hint: What to do if there is none.
  /// - Returns: The text.
  /// - Throws: That it does not exist, or is not UTF-8.
  static func text(_ path: String, hint: String) async throws(Problem) -> String {
    guard let bytes = try await read(path, sizeLimit: 1 << 20) else {
      throw Problem(file: path, problem: "does not exist", hint: hint)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problem(file: path, problem: "not UTF-8")
    }
    return text
  }

  /// Writes a file, whole or not at all, in place of one that may be there.
  static func write(_ bytes: [UInt8], to path: String) async throws(Problem) {
    let (folder, name) = split(path)
    let store = FolderStore(root: folder, mustExist: true)
    let version = try await store.read(key: name)?.version
    guard try await store.replace(key: name, bytes: bytes, ifVersion: version) else {
      throw Problem(file: path, problem: "changed while it was written")
    }
  }

  /// A path's folder and the name in it.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let end = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<end]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: end)...]))
  }
}
