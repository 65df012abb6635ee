internal import Findings
internal import Logging

/// Sends signed requests to one bucket's server, again where that helps.
struct S3Session: Sendable {
  let endpoint: S3Endpoint
  let credentials: CredentialChain
  let client: HTTPClient
  let surroundings: Surroundings
  let policy: RetryPolicy
  let logger = Logger(label: "vigil.s3")

  /// What came of a request: S3's answer or refusal, and how many times it was sent.
  struct Answer {
    var response: HTTPResponse
    var error: S3Error?
    var tries: Int
  }

  /// The answer to a request about a file, as problems name it.
  ///
  /// Everything sent here does once what it does twice: reads, and writes of a whole object, which
  /// may have a condition on them.
  func send(
    _ request: HTTPRequest,
    _ operation: S3Error.Operation,
    about file: String
  ) async throws(Problem) -> Answer {
    let first = try await sendOnce(request, operation, about: file)
    guard let error = first.error, error.isAboutExpiry else { return first }
    await credentials.forget()
    return try await sendOnce(request, operation, about: file)
  }

  private func sendOnce(
    _ request: HTTPRequest,
    _ operation: S3Error.Operation,
    about file: String
  ) async throws(Problem) -> Answer {
    let credentials = try await credentials.current()
    let signer = SigV4(region: endpoint.region, service: "s3", pathRule: .s3)
    do throws(HTTPError) {
      let (response, tries) = try await client.send(
        retrying: policy,
        in: surroundings,
        isTemporary: { S3Error($0, to: operation)?.isTemporary ?? false },
        prepare: { signer.sign(request, with: credentials, at: surroundings.now()) }
      )
      logger.debug(
        "\(request.method) \(request.address.path)",
        metadata: ["status": "\(response.status)", "tries": "\(tries)"]
      )
      return Answer(response: response, error: S3Error(response, to: operation), tries: tries)
    } catch {
      throw Self.problem(error, file)
    }
  }

  private static func problem(_ error: HTTPError, _ file: String) -> Problem {
    let hint: String? =
      switch error.kind {
      case .notConnected: "check the endpoint, the region and the proxy"
      case .untrusted: "name the certificate authority's file in AWS_CA_BUNDLE"
      case .interrupted, .tooLarge, .cancelled, .invalid: nil
      }
    return Problem(file: file, problem: "\(error.host): \(error.sentence)", hint: hint)
  }
}
