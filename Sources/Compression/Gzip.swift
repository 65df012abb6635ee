internal import CZlib

/// The gzip format (RFC 1952), read only: artifacts often come in it.
public enum Gzip {
  /// Whether bytes begin as a gzip file does.
  public static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The bytes of all members of a gzip file, one after the other.
  ///
  /// Unpacking stops as soon as there are more than `limit` bytes, so that a small file which
  /// unpacks to gigabytes costs no more than the limit. Zero bytes after the last member are
  /// padding; anything else there is damage, as is a wrong checksum.
  public static func unpack(_ packed: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
    var stream = z_stream()
    // 15 bits of window, and 16 for "gzip, nothing else".
    guard
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged }
    defer { inflateEnd(&stream) }

    var unpacked = BoundedOutput(limit: limit)
    var consumed = 0
    repeat {
      consumed += try unpackMember(packed[consumed...], with: &stream, into: &unpacked)
      guard inflateReset(&stream) == Z_OK else { throw .damaged }
    } while packed[consumed...].contains { $0 != 0 }
    return unpacked.bytes
  }

  /// Unpacks one member and says how many bytes of the input it took.
  static func unpackMember(
    _ packed: ArraySlice<UInt8>,
    with stream: inout z_stream,
    into unpacked: inout BoundedOutput
  ) throws(CompressionError) -> Int {
    // zlib counts in 32 bits: a longer input is handed over in pieces.
    let piece = 1 << 30
    var status = Z_OK
    var position = packed.startIndex
    while status != Z_STREAM_END {
      let end = min(position + piece, packed.endIndex)
      let taken = try packed[position..<end].withUnsafeBufferPointer {
        (input) throws(CompressionError) -> Int in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        repeat {
          status = try unpacked.append { (room) -> (written: Int, status: Int32) in
            stream.next_out = room.baseAddress
            stream.avail_out = UInt32(room.count)
            let status = inflate(&stream, Z_NO_FLUSH)
            return (room.count - Int(stream.avail_out), status)
          }
        } while status == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0)
        return input.count - Int(stream.avail_in)
      }
      position += taken
      // A buffer error says only that there was nothing to do with what was given.
      let wantsMore = status == Z_OK || status == Z_BUF_ERROR
      guard status == Z_STREAM_END || (wantsMore && position < packed.endIndex) else {
        throw .damaged
      }
    }
    return position - packed.startIndex
  }
}
