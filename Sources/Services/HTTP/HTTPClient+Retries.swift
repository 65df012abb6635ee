extension HTTPClient {
  /// The answer to a request that is sent again, with pauses, while a policy says so.
  ///
  /// The request is made anew for each try, since a signature holds the time. It is repeatable if
  /// carrying it out twice does what once does. The answer comes with the number of tries.
  func send(
    retrying policy: RetryPolicy,
    in surroundings: Surroundings,
    isRepeatable: Bool = true,
    isTemporary: @Sendable (HTTPResponse) -> Bool = HTTPClient.isTemporary,
    prepare: () -> HTTPRequest
  ) async throws(HTTPError) -> (response: HTTPResponse, tries: Int) {
    var tries = 0
    while true {
      var request = prepare()
      request.isRepeatable = isRepeatable
      let result: Result<HTTPResponse, HTTPError>
      do throws(HTTPError) {
        result = .success(try await send(request))
      } catch {
        result = .failure(error)
      }
      tries += 1
      let outcome: RetryPolicy.Outcome
      switch result {
      case .success(let response) where !isTemporary(response): return (response, tries)
      case .success(let response):
        outcome = .refused(retryAfter: RetryPolicy.retryAfter(response.headers))
      case .failure(let error): outcome = .failed(error.kind)
      }
      let pause = policy.pause(
        after: tries,
        outcome,
        isRepeatable: isRepeatable,
        random: surroundings.random()
      )
      guard let pause else { return (try result.get(), tries) }
      do {
        try await surroundings.sleep(pause)
      } catch {
        throw HTTPError(kind: .cancelled, host: request.address.host, sentence: "cancelled")
      }
    }
  }

  /// Whether an answer's status asks for another try: too many requests, or a server in trouble.
  static func isTemporary(_ response: HTTPResponse) -> Bool {
    [429, 500, 502, 503, 504].contains(response.status)
  }
}
