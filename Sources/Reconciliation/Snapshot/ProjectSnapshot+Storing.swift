internal import Compression
public import Findings
internal import Hashing
internal import Syntax

/// A value as it is stored: its packed bytes, and the digest that names and proves it.
public struct Stored: Sendable, Hashable {
  /// The SHA-256 of the bytes before packing, in lower-case hex: what `zstdcat … | sha256sum` says.
  ///
  /// The packed bytes may differ between versions of the compressor; what was known does not.
  public let sha256: String
  /// The bytes to store, packed with Zstandard.
  public let bytes: [UInt8]

  init(packing content: [UInt8], file: String) throws(Problem) {
    sha256 = SHA256.hash(content).hexadecimal
    do {
      bytes = try Zstandard.pack(content)
    } catch {
      throw Problem(file: file, problem: "could not be packed")
    }
  }

  /// The bytes that were packed, if they are those that a digest promises.
  static func unpack(
    _ bytes: [UInt8],
    sha256: String,
    file: String,
    limit: Int
  ) throws(Problem) -> [UInt8] {
    let content: [UInt8]
    do {
      content = try Zstandard.unpack(bytes, limit: limit)
    } catch {
      let problem =
        switch error {
        case .damaged: "is damaged or cut off"
        case .tooLarge(let limit): "unpacks to more than \(limit) bytes"
        }
      throw Problem(file: file, problem: problem, hint: restore)
    }
    let actual = SHA256.hash(content).hexadecimal
    guard actual == sha256 else {
      throw Problem(
        file: file,
        problem: "was altered: its SHA-256 is \(actual), not \(sha256)",
        hint: restore
      )
    }
    return content
  }

  private static let restore = "restore it from a backup or an earlier version of the object"
}

extension ProjectSnapshot {
  /// The largest snapshot that is unpacked, in bytes.
  public static let sizeLimit = 2 << 30

  /// The snapshot as NDJSON, the same bytes for the same snapshot.
  public func encoded() -> [UInt8] {
    var encoder = SnapshotEncoder(self)
    return encoder.take()
  }

  /// The snapshot as it is stored.
  public func stored() throws(Problem) -> Stored {
    try Stored(packing: encoded(), file: ledger.name)
  }

  /// Reads NDJSON.
  ///
  /// - Parameters:
  ///   - content: The lines.
  ///   - file: The name to call it in an error.
  /// - Throws: The line and the field that cannot be read.
  public init(decoding content: [UInt8], file: String) throws(Problem) {
    do {
      self = try SnapshotDecoder.decode(content)
    } catch {
      throw Problem(file: file, place: error.place, problem: error.problem)
    }
  }

  /// Reads a stored snapshot, which must be the one that a digest promises.
  ///
  /// - Parameters:
  ///   - bytes: The packed bytes.
  ///   - sha256: The digest by which the run record names it.
  ///   - file: The name to call it in an error.
  ///   - limit: The largest size in bytes to unpack.
  /// - Throws: What is wrong with the file: damaged, altered, or not readable at a line and field.
  public init(
    unpacking bytes: [UInt8],
    sha256: String,
    file: String,
    limit: Int = sizeLimit
  ) throws(Problem) {
    let content = try Stored.unpack(bytes, sha256: sha256, file: file, limit: limit)
    try self.init(decoding: content, file: file)
  }
}
