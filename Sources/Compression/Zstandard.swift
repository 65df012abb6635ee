internal import CZstd

/// The Zstandard format (RFC 8878), in which snapshots are kept.
public enum Zstandard {
  /// Packs bytes into one frame with a checksum of its content; the same bytes and level give the
  /// same frame.
  ///
  /// `level` is 1, the fastest, to 19, the smallest.
  public static func pack(_ bytes: [UInt8], level: Int = 1) throws(CompressionError) -> [UInt8] {
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, Int32(level))
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    let bound = ZSTD_compressBound(bytes.count)
    var failed = false
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      let size = ZSTD_compress2(context, output.baseAddress, bound, bytes, bytes.count)
      failed = ZSTD_isError(size) != 0
      count = failed ? 0 : size
    }
    guard !failed else { throw .damaged }
    return packed
  }

  /// The bytes of all frames, one after the other.
  ///
  /// Unpacking stops as soon as there are more than `limit` bytes. A wrong checksum is damage, and
  /// so is an end in the midst of a frame.
  public static func unpack(_ packed: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
    let context = ZSTD_createDCtx()
    defer { ZSTD_freeDCtx(context) }
    var unpacked = BoundedOutput(limit: limit)
    try packed.withUnsafeBufferPointer { (bytes) throws(CompressionError) in
      var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
      // What is still to come: 0 once a frame is whole.
      var pending = 1
      var hadRoom = true
      while input.pos < input.size || !hadRoom {
        pending = try unpacked.append { (room) -> (written: Int, status: Int) in
          var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
          let pending = ZSTD_decompressStream(context, &output, &input)
          hadRoom = output.pos < output.size
          return (output.pos, pending)
        }
        guard ZSTD_isError(pending) == 0 else { throw .damaged }
        if pending == 0 { hadRoom = true }
      }
      guard pending == 0 else { throw .damaged }
    }
    return unpacked.bytes
  }
}
