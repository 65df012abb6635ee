internal import CZlib

/// Zip archives (PKWARE APPNOTE 6.3.10), read only, as far as scanners write them: stored or deflated
/// files, neither encrypted nor over 4 GiB.
public enum Zip {
  /// One file of an archive.
  public struct Entry: Sendable, Hashable {
    /// Its path in the archive.
    public let name: String
    let method: Int
    let checksum: UInt32
    let packedSize: Int
    let offset: Int
  }

  /// Whether bytes begin as an archive does that is not empty.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4])
  }

  /// The files of an archive as its central directory lists them, folders left out.
  ///
  /// One with more than 10,000 files is called damaged.
  public static func entries(of bytes: [UInt8]) throws(CompressionError) -> [Entry] {
    let end = try endRecord(of: bytes)
    let count = number(2, at: end + 10, bytes)
    var position = number(4, at: end + 16, bytes)
    guard count <= 10_000 else { throw .damaged }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard position + 46 <= end, number(4, at: position, bytes) == 0x0201_4B50 else {
        throw .damaged
      }
      let length = number(2, at: position + 28, bytes)
      let nameEnd = position + 46 + length
      guard nameEnd <= end else { throw .damaged }
      let name = String(decoding: bytes[position + 46..<nameEnd], as: UTF8.self)
      let isEncrypted = number(2, at: position + 8, bytes) & 1 != 0
      if !name.hasSuffix("/") {
        if isEncrypted { throw .damaged }
        entries.append(
          Entry(
            name: name,
            method: number(2, at: position + 10, bytes),
            checksum: UInt32(number(4, at: position + 16, bytes)),
            packedSize: number(4, at: position + 20, bytes),
            offset: number(4, at: position + 42, bytes)
          )
        )
      }
      position = nameEnd + number(2, at: position + 30, bytes) + number(2, at: position + 32, bytes)
    }
    return entries
  }

  /// The bytes of one file.
  ///
  /// Unpacking stops as soon as there are more than `limit` bytes; a wrong checksum is damage.
  public static func unpack(
    _ entry: Entry,
    of bytes: [UInt8],
    limit: Int
  ) throws(CompressionError) -> [UInt8] {
    guard entry.offset + 30 <= bytes.count, number(4, at: entry.offset, bytes) == 0x0403_4B50 else {
      throw .damaged
    }
    let names = number(2, at: entry.offset + 26, bytes) + number(2, at: entry.offset + 28, bytes)
    let start = entry.offset + 30 + names
    guard start + entry.packedSize <= bytes.count else { throw .damaged }
    let packed = bytes[start..<start + entry.packedSize]
    let unpacked =
      switch entry.method {
      case 0: try stored(packed, limit: limit)
      case 8: try inflated(packed, limit: limit)
      default: throw CompressionError.damaged
      }
    guard UInt32(crc32_z(0, unpacked, unpacked.count)) == entry.checksum else { throw .damaged }
    return unpacked
  }

  private static func stored(
    _ packed: ArraySlice<UInt8>,
    limit: Int
  ) throws(CompressionError) -> [UInt8] {
    guard packed.count <= limit else { throw .tooLarge(limit: limit) }
    return Array(packed)
  }

  private static func inflated(
    _ packed: ArraySlice<UInt8>,
    limit: Int
  ) throws(CompressionError) -> [UInt8] {
    var stream = z_stream()
    // 15 bits of window, negative for "no header".
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged }
    defer { inflateEnd(&stream) }
    var unpacked = BoundedOutput(limit: limit)
    _ = try Gzip.unpackMember(packed, with: &stream, into: &unpacked)
    return unpacked.bytes
  }

  /// Where the end record begins: the last place that looks like one, before a comment of at most
  /// 65,535 bytes.
  private static func endRecord(of bytes: [UInt8]) throws(CompressionError) -> Int {
    let last = bytes.count - 22
    guard last >= 0 else { throw .damaged }
    for position in stride(from: last, through: max(0, last - 65_535), by: -1)
    where number(4, at: position, bytes) == 0x0605_4B50 {
      return position
    }
    throw .damaged
  }

  private static func number(_ width: Int, at position: Int, _ bytes: [UInt8]) -> Int {
    (0..<width).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }
}
