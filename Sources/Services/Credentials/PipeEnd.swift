internal import Glibc

/// The end of a pipe that is read from, which is closed when it goes out of scope.
struct PipeEnd: ~Copyable {
  /// How reading ended.
  enum Ending {
    /// The other side closed its end.
    case whole
    /// It had more to say than asked for.
    case excess
    /// It took too long.
    case late
  }

  private let descriptor: CInt

  /// Takes over a descriptor.
  init(descriptor: CInt) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// What comes until the other side is done, at most so many bytes and until a moment.
  func read(limit: Int, until end: ContinuousClock.Instant) -> (bytes: [UInt8], ending: Ending) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let left = Int32((end - .now) / .milliseconds(1))
      guard left > 0 else { return (bytes, .late) }
      var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&event, 1, left) > 0 else { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return (bytes, .whole) }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { return (bytes, .excess) }
    }
  }
}
