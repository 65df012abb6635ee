public import Foundation

/// Where things lie beside these sources.
public enum Checkout {
  /// The root of the checkout.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let environment = ProcessInfo.processInfo.environment

  /// Specifications of others that tests read; they are not part of the checkout.
  public static let specifications = URL(
    fileURLWithPath: environment["VIGIL_SHARED"] ?? root.appendingPathComponent("../shared").path
  )
  .appendingPathComponent("specs")

  /// The test vectors of Signature Version 4.
  public static let signatureVectors = specifications.appendingPathComponent("aws/sigv4")

  /// Whether something is there.
  public static func has(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

  /// A program of the virtual environment that `make test` makes.
  public static func tool(_ name: String) -> URL {
    let tools = environment["VIGIL_TOOLS"] ?? root.appendingPathComponent(".build-tools").path
    return URL(fileURLWithPath: tools).appendingPathComponent("bin/\(name)")
  }

  /// Whether tests with a program run: where it is missing they are skipped, but not in CI, where
  /// they fail.
  public static func runs(with name: String) -> Bool {
    has(tool(name)) || environment["CI"] == "true"
  }
}
