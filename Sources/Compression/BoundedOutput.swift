/// Bytes being unpacked, piece by piece, up to a limit.
struct BoundedOutput {
  private(set) var bytes: [UInt8] = []
  private var scratch = [UInt8](repeating: 0, count: 1 << 17)
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Lets the engine fill a piece and keeps what it wrote; throws if that is over the limit.
  mutating func append<Status>(
    _ fill: (UnsafeMutableBufferPointer<UInt8>) -> (written: Int, status: Status)
  ) throws(CompressionError) -> Status {
    let (written, status) = scratch.withUnsafeMutableBufferPointer { fill($0) }
    guard written <= limit - bytes.count else { throw .tooLarge(limit: limit) }
    bytes.append(contentsOf: scratch[..<written])
    return status
  }
}
