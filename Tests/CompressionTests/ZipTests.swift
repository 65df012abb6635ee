import Compression
import TestSupport
import Testing

@Suite struct ZipTests {
  private let text = Array(String(repeating: "Every scan leaves a trace.\n", count: 500).utf8)

  private func archive(_ name: String, _ bytes: [UInt8], flags: Int = 0) -> [UInt8] {
    var archive = StoredArchive()
    archive.add(name, bytes, flags: flags)
    return archive.bytes
  }

  @Test func unpacksWhatIsStored() throws {
    let bytes = archive("reports/scan.json", text)
    #expect(Zip.recognises(bytes))
    let entries = try Zip.entries(of: bytes)
    #expect(entries.map(\.name) == ["reports/scan.json"])
    #expect(try Zip.unpack(entries[0], of: bytes, limit: text.count) == text)
    #expect(throws: CompressionError.tooLarge(limit: 10)) {
      try Zip.unpack(entries[0], of: bytes, limit: 10)
    }
  }

  @Test func damageIsToldAndNeverACrash() throws {
    let whole = archive("scan.json", text)
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: CompressionError.damaged) { try Zip.entries(of: Array(whole.prefix(count))) }
    }
    for index in whole.indices where index < 60 || index > whole.count - 100 {
      var bytes = whole
      bytes[index] ^= 0xFF
      // Whatever it makes of it, it ends.
      for entry in (try? Zip.entries(of: bytes)) ?? [] {
        _ = try? Zip.unpack(entry, of: bytes, limit: 1 << 20)
      }
    }
    var bytes = whole
    bytes[45] ^= 1
    let entry = try #require(try Zip.entries(of: bytes).first)
    #expect(throws: CompressionError.damaged) { try Zip.unpack(entry, of: bytes, limit: 1 << 20) }
  }

  @Test func encryptedFilesAreRefused() {
    #expect(throws: CompressionError.damaged) {
      try Zip.entries(of: archive("scan.json", text, flags: 1))
    }
  }
}
