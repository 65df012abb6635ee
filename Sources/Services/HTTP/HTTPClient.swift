internal import Glibc
internal import Synchronization

/// Sends requests through libcurl, at most 16 at a time, and keeps connections for the next ones.
///
/// One thread of its own drives all transfers and alone touches libcurl. Requests reach it through
/// a queue. Redirects are answers like others: a signed request must not follow them. Proxies are
/// those of the environment (`https_proxy`, `no_proxy` …), as for curl itself.
public final class HTTPClient: Sendable {
  private let queue: TransferQueue

  /// A client.
  ///
  /// - Parameter certificates: A file of certificate authorities to trust instead of the system's.
  /// - Throws: What keeps it from having a thread.
  public init(certificates: String? = nil) throws(HTTPError) {
    queue = try TransferQueue(certificates: certificates)
    try TransferDriver.start(queue)
  }

  deinit { queue.close() }

  /// The answer to a request, whatever its status.
  public func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    let ticket = TransferTicket()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.add(QueuedTransfer(request: request, ticket: ticket, continuation: continuation))
      }
    } onCancel: {
      ticket.isCancelled.store(true, ordering: .releasing)
      queue.wake()
    }
    return try result.get()
  }
}
