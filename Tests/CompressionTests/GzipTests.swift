import CZlib
import Compression
import Testing

@Suite struct GzipTests {
  private let text = Array(String(repeating: "Every scan leaves a trace.\n", count: 500).utf8)

  @Test func unpacksWhatWasPacked() throws {
    #expect(try Gzip.unpack(gzip(text), limit: text.count) == text)
    #expect(try Gzip.unpack(gzip([]), limit: 0) == [])
  }

  @Test(arguments: [1, 7, 4_096, 1 << 20])
  func packsPieceByPieceWhatItUnpacks(piece: Int) throws {
    let noise = noise(300_000) + text
    guard var writer = GzipWriter() else { throw CompressionError.damaged }
    var packed: [UInt8] = []
    for start in stride(from: 0, to: piece == 1 ? 5_000 : noise.count, by: piece) {
      packed += writer.add(Array(noise[start..<min(start + piece, noise.count)]))
    }
    packed += writer.finish()
    let expected = piece == 1 ? Array(noise[..<5_000]) : noise
    #expect(try Gzip.unpack(packed, limit: 1 << 20) == expected)
  }

  @Test func theSameBytesPackTheSame() throws {
    func pack() throws -> [UInt8] {
      guard var writer = GzipWriter() else { throw CompressionError.damaged }
      return writer.add(text) + writer.finish()
    }
    #expect(try pack() == pack())
    #expect(try pack().count < text.count / 10)
  }

  @Test func unpacksAllMembersOneAfterTheOther() throws {
    let members = gzip(text) + gzip([]) + gzip(text)
    #expect(try Gzip.unpack(members, limit: 1 << 20) == text + text)
  }

  @Test func unpacksMoreThanOnePieceOfOutput() throws {
    let noise = noise(3_000_000)
    #expect(try Gzip.unpack(gzip(noise), limit: 3_000_000) == noise)
  }

  @Test func takesZerosBehindTheLastMemberForPadding() throws {
    let padded = gzip(text) + [UInt8](repeating: 0, count: 512)
    #expect(try Gzip.unpack(padded, limit: 1 << 20) == text)
  }

  @Test func refusesAnythingElseBehindTheLastMember() {
    #expect(throws: CompressionError.damaged) {
      try Gzip.unpack(gzip(text) + Array("more".utf8), limit: 1 << 20)
    }
  }

  @Test(arguments: 0..<16)
  func refusesAFileThatEndsTooEarly(sixteenths: Int) {
    let packed = gzip(noise(5_000))
    #expect(throws: CompressionError.damaged) {
      try Gzip.unpack(Array(packed.prefix(packed.count * sixteenths / 16)), limit: 1 << 20)
    }
  }

  @Test func refusesAWrongByteAnywhereBehindTheHeader() {
    let packed = gzip(Array("a short text, a short text, another text".utf8))
    for index in 10..<packed.count {
      var damaged = packed
      damaged[index] ^= 0x41
      #expect(throws: (any Error).self, "byte \(index)") {
        try Gzip.unpack(damaged, limit: 1 << 20)
      }
    }
  }

  @Test func refusesWhatIsNotGzip() {
    #expect(throws: CompressionError.damaged) {
      try Gzip.unpack(Array("{\"Results\": []}".utf8), limit: 1 << 20)
    }
    #expect(!Gzip.recognises(Array("{}".utf8)))
    #expect(Gzip.recognises(gzip([])))
  }

  @Test func stopsAtTheLimit() {
    #expect(throws: CompressionError.tooLarge(limit: text.count - 1)) {
      try Gzip.unpack(gzip(text), limit: text.count - 1)
    }
  }

  @Test func stopsABombOfManyMembersAtTheLimit() {
    let member = gzip([UInt8](repeating: 0, count: 1 << 20))
    let bomb = [UInt8](repeatElement(member, count: 1 << 10).joined())
    #expect(throws: CompressionError.tooLarge(limit: 1 << 20)) {
      try Gzip.unpack(bomb, limit: 1 << 20)
    }
  }

  @Test func stopsABombOfOneMemberAtTheLimit() {
    let block = deflated([UInt8](repeating: 0, count: 1 << 20), flush: Z_FULL_FLUSH, bits: -15)
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    let bomb = header + repeatElement(block, count: 1 << 10).joined()
    #expect(throws: CompressionError.tooLarge(limit: 1 << 20)) {
      try Gzip.unpack(bomb, limit: 1 << 20)
    }
  }
}

/// A gzip file of one member.
private func gzip(_ bytes: [UInt8]) -> [UInt8] {
  deflated(bytes, flush: Z_FINISH, bits: 15 + 16)
}

private func deflated(_ bytes: [UInt8], flush: Int32, bits: Int32) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(
    &stream,
    6,
    Z_DEFLATED,
    bits,
    8,
    Z_DEFAULT_STRATEGY,
    ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size)
  )
  defer { deflateEnd(&stream) }
  var bytes = bytes
  let size = bytes.count
  return bytes.withUnsafeMutableBufferPointer { input in
    stream.next_in = input.baseAddress
    stream.avail_in = UInt32(size)
    return [UInt8](unsafeUninitializedCapacity: size + size / 100 + 1_024) { output, count in
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      deflate(&stream, flush)
      count = Int(stream.total_out)
    }
  }
}
