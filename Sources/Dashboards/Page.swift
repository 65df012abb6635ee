/// One file of the dashboard.
public struct Page: Sendable {
  /// Where it goes, relative to the output folder, such as `projects/shop/index.html`.
  public var path: String
  /// Its bytes.
  public var bytes: [UInt8]

  /// A file by its path and content.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
