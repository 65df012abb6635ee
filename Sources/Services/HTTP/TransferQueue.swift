internal import Glibc
internal import Synchronization

/// Says whether anybody still waits for a transfer.
final class TransferTicket: Sendable {
  let isCancelled = Atomic(false)
}

/// A request on its way to the thread that sends it.
struct QueuedTransfer: Sendable {
  let request: HTTPRequest
  let ticket: TransferTicket
  let continuation: CheckedContinuation<Result<HTTPResponse, HTTPError>, Never>
}

/// What the tasks that ask and the thread that sends have in common.
final class TransferQueue: Sendable {
  private struct State {
    var waiting: [QueuedTransfer] = []
    var isClosed = false
  }

  /// A file of certificate authorities to trust instead of the system's.
  let certificates: String?
  /// Readable when the thread is to look at the queue.
  let bell: CInt
  private let bellRope: CInt
  private let state = Mutex(State())

  init(certificates: String?) throws(HTTPError) {
    self.certificates = certificates
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw HTTPError(kind: .invalid, host: "", sentence: SystemError.last.sentence)
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    bell = ends[0]
    bellRope = ends[1]
  }

  deinit {
    Glibc.close(bell)
    Glibc.close(bellRope)
  }

  /// Hands a request over.
  func add(_ transfer: QueuedTransfer) {
    state.withLock { $0.waiting.append(transfer) }
    wake()
  }

  /// Ends the thread once it has nothing left to do.
  func close() {
    state.withLock { $0.isClosed = true }
    wake()
  }

  /// Makes the thread look at the queue, as it will anyway if the pipe is full.
  func wake() { _ = write(bellRope, [1] as [UInt8], 1) }

  /// What was handed over since the last call, and whether nothing more will come.
  func take() -> (transfers: [QueuedTransfer], isClosed: Bool) {
    var buffer = [UInt8](repeating: 0, count: 512)
    while read(bell, &buffer, buffer.count) == buffer.count {}
    return state.withLock { state in
      defer { state.waiting = [] }
      return (state.waiting, state.isClosed)
    }
  }
}
