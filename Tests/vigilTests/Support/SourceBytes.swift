/// Reports damaged or packed by hand.
enum SourceBytes {
  /// A text as UTF-16 with a byte order mark.
  static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit in
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      return isLittle ? [low, high] : [high, low]
    }
  }

  /// A gzip file of spaces.
  ///
  /// It is one block of deflate's fixed code: a space, and then, for each 258 more of them, the same
  /// 13 bits. 1 GiB takes 6.8 MB.
  static func gzipBomb(unpackingTo size: Int) -> [UInt8] {
    var bits = BitStream()
    bits.append(0b1, count: 1)
    bits.append(0b01, count: 2)
    // Literals 0 to 143 are 8 bits from 0x30 on, most significant first.
    bits.append(reversed: 0x30 + 0x20, count: 8)
    for _ in 0..<(size / 258) {
      // Length 258 is symbol 285: 0xC5 in 8 bits; distance 1 is symbol 0 in 5 bits.
      bits.append(reversed: 0xC5, count: 8)
      bits.append(0, count: 5)
    }
    bits.append(0, count: 7)
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    // Checksum and length are wrong; nobody who unpacks that far has a limit.
    return header + bits.bytes + [UInt8](repeating: 0, count: 8)
  }

  /// Bits, the least significant of a byte first, as deflate has them.
  private struct BitStream {
    private(set) var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var count = 0

    mutating func append(_ value: UInt64, count: Int) {
      pending |= value << UInt64(self.count)
      self.count += count
      while self.count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        self.count -= 8
      }
    }

    mutating func append(reversed value: UInt64, count: Int) {
      var reversed: UInt64 = 0
      for bit in 0..<count where value >> UInt64(bit) & 1 == 1 {
        reversed |= 1 << UInt64(count - 1 - bit)
      }
      append(reversed, count: count)
    }
  }
}
