internal import CZlib

/// Packs bytes as a gzip file (RFC 1952), piece by piece; no time and no name are in it, so that the
/// same bytes give the same file.
public struct GzipWriter: ~Copyable {
  // zlib remembers where its state lies, so the state may not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// A file with nothing in it yet, packed fast rather than small; nil if there is no memory for it.
  public init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for "gzip".
    let status = deflateInit2_(
      stream,
      1,
      Z_DEFLATED,
      15 + 16,
      9,
      Z_DEFAULT_STRATEGY,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    guard status == Z_OK else { return nil }
  }

  deinit {
    deflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Packs the next bytes; gives what of the file is finished by then, which may be nothing.
  public mutating func add(_ bytes: [UInt8]) -> [UInt8] {
    pack(bytes, Z_NO_FLUSH)
  }

  /// Gives the end of the file.
  public mutating func finish() -> [UInt8] { pack([], Z_FINISH) }

  private func pack(_ bytes: [UInt8], _ mode: CInt) -> [UInt8] {
    // zlib counts in 32 bits: a longer input is handed over in pieces.
    let piece = 1 << 30
    var packed: [UInt8] = []
    var position = 0
    repeat {
      let end = min(position + piece, bytes.count)
      packed += bytes[position..<end].withUnsafeBufferPointer { input in
        pack(input, end == bytes.count ? mode : Z_NO_FLUSH)
      }
      position = end
    } while position < bytes.count
    return packed
  }

  private func pack(
    _ input: UnsafeBufferPointer<UInt8>,
    _ mode: CInt
  ) -> [UInt8] {
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(input.count)
    var packed: [UInt8] = []
    var status = Z_OK
    repeat {
      let room = 1 << 16
      packed += [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(room)
        status = deflate(stream, mode)
        count = room - Int(stream.pointee.avail_out)
      }
      // With a sound stream, deflate fails only to say that there was nothing to do (zlib.h).
    } while stream.pointee.avail_out == 0 && status != Z_STREAM_END
    return packed
  }
}
