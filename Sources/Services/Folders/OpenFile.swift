internal import Glibc

/// An open file, which is closed when it goes out of scope.
struct OpenFile: ~Copyable {
  private let descriptor: CInt

  /// Opens a file; a pipe or device does not make it wait.
  init(_ path: String, _ flags: CInt, mode: mode_t = 0o666) throws(SystemError) {
    descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode)
    guard descriptor >= 0 else { throw .last }
  }

  deinit { close(descriptor) }

  /// What kind of file it is, how large, and when it was written.
  func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// Where the file lies once all links are followed; nil where the system does not tell.
  var resolvedPath: String? { FileStatus.resolve("/proc/self/fd/\(descriptor)") }

  /// Its first bytes, as many as there are up to a number, in an array with room for 64 more: the
  /// JSON engine reads such a one where it lies.
  func bytes(upTo size: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 64) { buffer, count in
      Self.preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      while count < size {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<size]
        )
        let got = read(descriptor, rest.baseAddress, rest.count)
        if got == 0 { return }
        if got > 0 {
          count += got
        } else if errno != EINTR {
          failure = .last
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Asks for large pages: first touches of small ones cost as much as the reading itself.
  private static func preferLargePages(_ buffer: UnsafeMutableRawBufferPointer) {
    let size = 2 << 20
    guard let base = buffer.baseAddress, buffer.count >= 2 * size else { return }
    let offset = (size - Int(bitPattern: base) % size) % size
    madvise(base + offset, (buffer.count - offset) / size * size, MADV_HUGEPAGE)
  }

  /// Writes bytes and waits until the disk has them.
  func store(_ bytes: [UInt8]) throws(SystemError) {
    try append(bytes)
    try synchronize()
  }

  /// Writes bytes where the last ones ended.
  func append(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Waits until the disk has what was written.
  func synchronize() throws(SystemError) {
    guard fsync(descriptor) == 0 else { throw .last }
  }

  /// Waits until no other process or store holds the lock on this file; closing it gives it back.
  func lock() throws(SystemError) {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .last }
    }
  }
}
