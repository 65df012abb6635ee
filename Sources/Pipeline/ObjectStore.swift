public import Findings

/// Where objects lie under keys: an S3 bucket's prefix, or a folder.
///
/// Keys are relative to the store's root and use `/`. Errors say which key and what went wrong.
public protocol ObjectStore: Sendable {
  /// The place as the configuration names it, such as `s3://acme-security/artifacts`.
  var name: String { get }

  /// Every object whose key begins with a prefix. An empty store has none; a store that does not
  /// exist is a problem.
  func list(prefix: String) async throws(Problem) -> Listing

  /// The bytes of an object, which must still be in the version that was listed.
  func read(_ object: Artifact) async throws(Problem) -> [UInt8]

  /// The bytes and version of an object; nil if there is none.
  func read(key: String) async throws(Problem) -> StoredObject?

  /// Writes an object that must not exist yet; says false, and changes nothing, if it does.
  func create(key: String, bytes: [UInt8]) async throws(Problem) -> Bool

  /// Replaces an object that must still be in a version (nil: must not exist); says false, and
  /// changes nothing, if it is not.
  func replace(key: String, bytes: [UInt8], ifVersion version: String?) async throws(Problem)
    -> Bool
}

extension ObjectStore {
  /// Where an object lies, as a person would look for it: the name a problem bears.
  public func place(of key: String) -> String {
    name.hasSuffix("/") ? name + key : "\(name)/\(key)"
  }
}

/// What lies in a store, and what there could not be listed.
public struct Listing: Sendable {
  /// The objects, sorted by key in UTF-8 byte order.
  public var objects: [Artifact]
  /// What was set aside, sorted: links that lead astray, pipes, folders that may not be opened.
  public var problems: [Problem]

  /// A listing, without problems unless given.
  public init(objects: [Artifact], problems: [Problem] = []) {
    self.objects = objects
    self.problems = problems
  }
}

/// An object's bytes, and the version they are.
public struct StoredObject: Sendable {
  /// What it holds.
  public var bytes: [UInt8]
  /// What changes when it is replaced.
  public var version: String

  /// An object as it was read.
  public init(bytes: [UInt8], version: String) {
    self.bytes = bytes
    self.version = version
  }
}
