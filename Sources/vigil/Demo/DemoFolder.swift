internal import Findings
internal import FoundationEssentials
internal import Glibc
internal import Pipeline
internal import Services

/// A working folder for the sample nights: a bucket, a history, and the configuration for both.
struct DemoFolder {
  private let bucket: FolderStore
  private let path: String

  /// How its configuration begins, by which a folder of ours is known.
  private static let mark = "# Made by vigil demo: everything in this folder may be deleted.\n"

  private static let configuration =
    mark + """
      title: Sample company
      artifacts:
        from: artifacts
      history:
        at: history
      output: public
      secrets:
        key_file: secret.key

      """

  /// Makes the folder anew; one that is not ours is left alone.
  init(_ path: String) async throws(Problem) {
    self.path = "\(path)/artifacts"
    bucket = FolderStore(root: self.path, mustExist: false)
    let configuration = "\(path)/vigil.yml"
    let isOurs = try await LocalFile.read(configuration)?.starts(with: Self.mark.utf8)
    let manager = FileManager.default
    if isOurs == true {
      do {
        for name in ["artifacts", "history", "vigil.yml", "secret.key"] {
          let old = "\(path)/\(name)"
          if manager.fileExists(atPath: old) { try manager.removeItem(atPath: old) }
        }
      } catch {
        throw Problem(file: path, problem: "what an earlier demo left could not be removed")
      }
    } else if let names = try? manager.contentsOfDirectory(atPath: path), !names.isEmpty {
      throw Problem(
        file: path,
        problem: "holds something that is not a demo, and was left alone",
        hint: "name another folder"
      )
    }
    let folder = FolderStore(root: path, mustExist: false)
    _ = try await folder.create(key: "vigil.yml", bytes: Array(Self.configuration.utf8))
    _ = try await folder.create(
      key: "secret.key",
      bytes: Array("no secret, so that every demo is the same\n".utf8)
    )
  }

  /// Puts what a night's pipelines left into the bucket.
  ///
  /// They run every scanner every night; a report that is the same as the night before is in no
  /// night's samples, and only its time is new.
  func receive(_ night: DemoNight) async throws(Problem) {
    for key in night.removed { unlink("\(path)/\(key)") }
    for (key, bytes) in night.uploads {
      unlink("\(path)/\(key)")
      _ = try await bucket.create(key: key, bytes: bytes)
    }
    let time = timespec(tv_sec: Int(night.uploaded.seconds), tv_nsec: 0)
    for key in try await bucket.list(prefix: "").objects.map(\.key) {
      guard utimensat(AT_FDCWD, "\(path)/\(key)", [time, time], 0) == 0 else {
        throw Problem(file: "\(path)/\(key)", problem: "could not be given its time")
      }
    }
  }
}
