import FoundationEssentials
import Templates
import Testing

@Suite struct AssetsTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every file under a folder by its name in the binary, such as `dashboards/index.html.mustache`.
  private func files(under folder: String) throws -> [String: [UInt8]] {
    let top = Self.root.appending(path: folder)
    guard FileManager.default.fileExists(atPath: top.path(percentEncoded: false)) else {
      return [:]
    }
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: top.path(percentEncoded: false))
    {
      let file = top.appending(path: path)
      var isDirectory = false
      guard
        FileManager.default.fileExists(
          atPath: file.path(percentEncoded: false),
          isDirectory: &isDirectory
        ),
        !isDirectory, !file.lastPathComponent.hasPrefix(".")
      else { continue }
      files["\(top.lastPathComponent)/\(path)"] = Array(try Data(contentsOf: file))
    }
    return files
  }

  @Test func theBinaryHoldsExactlyTheFilesOfTheFolders() throws {
    let folders = [
      "templates/dashboards", "templates/tickets", "templates/messages", "site/assets",
      "demo/nights",
    ]
    let expected = try folders.reduce(into: [String: [UInt8]]()) { all, folder in
      all.merge(try files(under: folder)) { first, _ in first }
    }
    let difference = Set(Assets.files.keys).symmetricDifference(expected.keys)
    #expect(difference.isEmpty, "run Sources/CAssets/generate")
    for (name, bytes) in expected {
      // Thousands of bytes would say no more than this.
      let isCurrent = Assets.files[name] == bytes
      #expect(isCurrent, "\(name) is stale")
    }
  }
}
