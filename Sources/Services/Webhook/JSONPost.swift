internal import Findings
internal import Pipeline

/// Posts JSON that must not arrive twice: it is sent again only if it cannot have been received.
struct JSONPost: Sendable {
  /// What came of it.
  enum Outcome {
    /// An answer that says what became of it.
    case answer(HTTPResponse)
    /// No such answer.
    case none(Delivery)
  }

  let client: HTTPClient
  var surroundings = Surroundings.real
  /// How often it is sent, and how long an answer may ask to wait.
  var policy = RetryPolicy(tries: 4, base: .milliseconds(500), patience: .seconds(30))
  /// How long to wait for an answer.
  var patience = HTTPRequest.Patience(total: .seconds(30))

  /// Sends bytes.
  ///
  /// - Parameters:
  ///   - body: JSON in UTF-8.
  ///   - address: Where to.
  ///   - headers: Fields besides the content's type.
  ///   - name: What to call the receiver in a problem.
  /// - Returns: An answer, or what came of it without one.
  func send(
    _ body: [UInt8],
    to address: WebAddress,
    headers: HTTPHeaders = [:],
    name: String
  ) async -> Outcome {
    var request = HTTPRequest(
      method: "POST",
      address,
      headers: headers,
      body: body,
      sizeLimit: 1 << 20
    )
    request.headers["Content-Type"] = "application/json; charset=utf-8"
    request.patience = patience
    do throws(HTTPError) {
      let (response, _) = try await client.send(
        retrying: policy,
        in: surroundings,
        isRepeatable: false,
        isTemporary: Self.isTurnedAway
      ) { request }
      return outcome(of: response, name)
    } catch {
      return .none(Self.delivery(error, name))
    }
  }

  /// Whether an answer says that nothing was done with the request.
  private static func isTurnedAway(_ response: HTTPResponse) -> Bool {
    response.status == 429
      || (response.status == 503 && RetryPolicy.retryAfter(response.headers) != nil)
  }

  private func outcome(of response: HTTPResponse, _ name: String) -> Outcome {
    if Self.isTurnedAway(response) {
      let pause = RetryPolicy.retryAfter(response.headers).map {
        ", for \($0.components.seconds) s"
      }
      return .none(
        .postponed(
          Problem(file: name, problem: "too busy to take a message now\(pause ?? "")")
        )
      )
    }
    switch response.status {
    case 500...599:
      // A gateway answers so whether or not what is behind it got the request.
      return .none(
        .uncertain(
          Problem(
            file: name,
            problem: "answered with status \(response.status): the message may not have arrived"
          )
        )
      )
    case 300...399:
      return .none(
        .refused(
          Problem(
            file: name,
            problem: "redirects to another address (status \(response.status))",
            hint: "give that address: a secret is not sent on to wherever an answer says"
          )
        )
      )
    default: return .answer(response)
    }
  }

  private static func delivery(_ error: HTTPError, _ name: String) -> Delivery {
    let problem = Problem(file: name, problem: error.sentence)
    switch error.kind {
    case .notConnected: return .postponed(problem)
    case .untrusted, .invalid: return .refused(problem)
    case .interrupted, .tooLarge, .cancelled:
      return .uncertain(
        Problem(file: name, problem: "the message may not have arrived: \(error.sentence)")
      )
    }
  }
}
