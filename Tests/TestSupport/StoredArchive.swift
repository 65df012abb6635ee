/// A zip archive whose files are stored as they are (APPNOTE 4.3).
public struct StoredArchive {
  private var local: [UInt8] = []
  private var central: [UInt8] = []
  private var count = 0

  /// An archive without files.
  public init() {}

  /// Adds a file; `flags` 1 calls it encrypted.
  public mutating func add(_ name: String, _ bytes: [UInt8], flags: Int = 0) {
    let start = local.count
    let facts = Self.little(
      (2, flags),
      (2, 0),
      (4, 0),
      (4, Int(Self.checksum(bytes))),
      (4, bytes.count),
      (4, bytes.count),
      (2, name.utf8.count),
      (2, 0)
    )
    local += Self.little((4, 0x0403_4B50), (2, 20)) + facts + Array(name.utf8) + bytes
    central += Self.little((4, 0x0201_4B50), (2, 20), (2, 20)) + facts
    central += Self.little((2, 0), (2, 0), (2, 0), (4, 0), (4, start)) + Array(name.utf8)
    count += 1
  }

  /// The archive.
  public var bytes: [UInt8] {
    local + central
      + Self.little(
        (4, 0x0605_4B50),
        (2, 0),
        (2, 0),
        (2, count),
        (2, count),
        (4, central.count),
        (4, local.count),
        (2, 0)
      )
  }

  private static func little(_ values: (width: Int, value: Int)...) -> [UInt8] {
    values.flatMap { width, value in
      (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
  }

  /// CRC-32, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
