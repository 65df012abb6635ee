internal import CCurl
internal import Glibc
internal import Synchronization

/// The thread that owns libcurl's handles and drives all transfers.
final class TransferDriver {
  /// Transfers at a time, and connections kept.
  private static let width = 16

  /// Sets libcurl up, once in the process.
  private static let engine: CURLcode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

  private let queue: TransferQueue
  private let multi: UnsafeMutableRawPointer
  private var waiting: [QueuedTransfer] = []
  /// Those under way, by their easy handle.
  private var active: [UnsafeMutableRawPointer: Transfer] = [:]

  private init?(_ queue: TransferQueue) {
    guard Self.engine == CURLE_OK, let multi = curl_multi_init() else { return nil }
    self.queue = queue
    self.multi = multi
    vigil_curl_multi_set_number(multi, CURLMOPT_MAXCONNECTS, Self.width)
    vigil_curl_multi_set_number(multi, CURLMOPT_MAX_HOST_CONNECTIONS, Self.width)
  }

  deinit { curl_multi_cleanup(multi) }

  /// Starts the thread for a queue; it ends when the queue is closed.
  static func start(_ queue: TransferQueue) throws(HTTPError) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(queue)
    let result = pthread_create(
      &thread,
      nil,
      { box in
        guard let box else { return nil }
        let queue = Unmanaged<TransferQueue>.fromOpaque(box).takeRetainedValue()
        if let driver = TransferDriver(queue) {
          driver.run()
        } else {
          TransferDriver.refuseAll(queue)
        }
        return nil
      },
      box.toOpaque()
    )
    guard result == 0 else {
      box.release()
      let sentence = "no thread for transfers: \(SystemError(number: result).sentence)"
      throw HTTPError(kind: .invalid, host: "", sentence: sentence)
    }
    pthread_detach(thread)
  }

  /// Answers everything with an error where libcurl cannot be set up.
  private static func refuseAll(_ queue: TransferQueue) {
    while true {
      let (transfers, isClosed) = queue.take()
      for transfer in transfers {
        transfer.refuse(.invalid, "libcurl could not be set up")
      }
      if isClosed { return }
      var descriptor = pollfd(fd: queue.bell, events: Int16(POLLIN), revents: 0)
      poll(&descriptor, 1, -1)
    }
  }

  private func run() {
    while true {
      let (transfers, isClosed) = queue.take()
      waiting += transfers
      dropCancelled()
      startWaiting()
      var running: CInt = 0
      curl_multi_perform(multi, &running)
      if finishDone() { continue }
      if isClosed, active.isEmpty, waiting.isEmpty { return }
      var bell = curl_waitfd(fd: queue.bell, events: Int16(CURL_WAIT_POLLIN), revents: 0)
      curl_multi_poll(multi, &bell, 1, 60_000, nil)
    }
  }

  private func startWaiting() {
    let count = min(Self.width - active.count, waiting.count)
    guard count > 0 else { return }
    for queued in waiting.prefix(count) {
      guard let transfer = Transfer(queued, certificates: queue.certificates) else {
        queued.refuse(.invalid, "the request cannot be sent as it is")
        continue
      }
      active[transfer.easy] = transfer
      curl_multi_add_handle(multi, transfer.easy)
    }
    waiting.removeFirst(count)
  }

  private func dropCancelled() {
    waiting.removeAll { queued in
      guard queued.ticket.isCancelled.load(ordering: .acquiring) else { return false }
      queued.refuse(.cancelled, "cancelled")
      return true
    }
    for (easy, transfer) in active
    where transfer.queued.ticket.isCancelled.load(ordering: .acquiring) {
      curl_multi_remove_handle(multi, easy)
      active[easy] = nil
      transfer.queued.refuse(.cancelled, "cancelled")
    }
  }

  /// Answers for the transfers that are done; says whether there were any.
  private func finishDone() -> Bool {
    var isAny = false
    var left: CInt = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else {
        continue
      }
      let code = message.pointee.data.result
      curl_multi_remove_handle(multi, easy)
      active.removeValue(forKey: easy)?.finish(code)
      isAny = true
    }
    return isAny
  }
}

extension QueuedTransfer {
  /// Answers that there will be no answer.
  func refuse(_ kind: HTTPError.Kind, _ sentence: String) {
    let host = request.address.host
    continuation.resume(returning: .failure(HTTPError(kind: kind, host: host, sentence: sentence)))
  }
}
