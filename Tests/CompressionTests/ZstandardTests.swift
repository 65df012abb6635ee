import Compression
import Testing

@Suite struct ZstandardTests {
  private let text = Array(String(repeating: "Every scan leaves a trace.\n", count: 500).utf8)

  @Test(arguments: [1, 3, 19])
  func unpacksWhatItPacked(level: Int) throws {
    let packed = try Zstandard.pack(text, level: level)
    #expect(packed.count < text.count / 10)
    #expect(try Zstandard.unpack(packed, limit: text.count) == text)
  }

  @Test func unpacksNothingAndMuch() throws {
    #expect(try Zstandard.unpack(Zstandard.pack([]), limit: 0) == [])
    let noise = noise(3_000_000)
    #expect(try Zstandard.unpack(Zstandard.pack(noise), limit: 3_000_000) == noise)
  }

  @Test func packsTheSameBytesTheSameWay() throws {
    #expect(try Zstandard.pack(text) == Zstandard.pack(text))
  }

  @Test func unpacksAllFramesOneAfterTheOther() throws {
    let frames = try Zstandard.pack(text) + Zstandard.pack([]) + Zstandard.pack(text)
    #expect(try Zstandard.unpack(frames, limit: 1 << 20) == text + text)
  }

  @Test(arguments: 0..<16)
  func refusesAFileThatEndsTooEarly(sixteenths: Int) throws {
    let packed = try Zstandard.pack(noise(5_000))
    #expect(throws: CompressionError.damaged) {
      try Zstandard.unpack(Array(packed.prefix(packed.count * sixteenths / 16)), limit: 1 << 20)
    }
  }

  @Test func noticesDamageInTheContentByItsChecksum() throws {
    let packed = try Zstandard.pack(noise(5_000))
    for index in stride(from: 20, to: packed.count, by: 97) {
      var damaged = packed
      damaged[index] ^= 1
      #expect(throws: CompressionError.damaged, "byte \(index)") {
        try Zstandard.unpack(damaged, limit: 1 << 20)
      }
    }
  }

  @Test func refusesWhatIsNotZstandard() {
    #expect(throws: CompressionError.damaged) {
      try Zstandard.unpack(Array("{\"Results\": []}".utf8), limit: 1 << 20)
    }
  }

  @Test func stopsABombAtTheLimit() throws {
    let frame = try Zstandard.pack([UInt8](repeating: 0, count: 1 << 24))
    let bomb = [UInt8](repeatElement(frame, count: 64).joined())
    #expect(throws: CompressionError.tooLarge(limit: 1 << 20)) {
      try Zstandard.unpack(bomb, limit: 1 << 20)
    }
    #expect(throws: CompressionError.tooLarge(limit: (1 << 24) - 1)) {
      try Zstandard.unpack(frame, limit: (1 << 24) - 1)
    }
  }
}
