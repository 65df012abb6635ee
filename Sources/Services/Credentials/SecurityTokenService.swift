internal import Findings
internal import Syntax

/// AWS's service that gives out temporary keys for roles (STS).
struct SecurityTokenService: Sendable {
  private let address: WebAddress
  private let region: String
  private let client: HTTPClient
  private let surroundings: Surroundings

  /// The service in a region, or where the environment says.
  init(
    environment: [String: String],
    region: String?,
    client: HTTPClient,
    surroundings: Surroundings
  ) throws(Problem) {
    let region = region ?? "us-east-1"
    let domain = region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com"
    let variable = ["AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL"]
      .first { environment.nonEmpty($0) != nil }
    let custom = variable.flatMap { environment[$0] }
    guard let address = WebAddress(custom ?? "https://sts.\(region).\(domain)") else {
      throw Problem(file: variable ?? region, problem: "not a URL of http or https")
    }
    self.address = address
    self.region = region
    self.client = client
    self.surroundings = surroundings
  }

  /// Credentials for a role that the owner of others may take on.
  func credentials(
    for role: AssumedRole,
    signedWith credentials: Credentials
  ) async throws(Problem) -> Credentials {
    let request = request("AssumeRole", role.parameters)
    let signer = SigV4(region: region, service: "sts", pathRule: .generic)
    let secrets = [credentials.secretKey, credentials.sessionToken].compactMap { $0 }
    return try await send(for: role, hiding: secrets) {
      signer.sign(request, with: credentials, at: surroundings.now())
    }
  }

  /// Credentials for a role that the bearer of a token may take on.
  func credentials(
    for role: AssumedRole,
    token: String
  ) async throws(Problem) -> Credentials {
    let parameters = role.parameters + [("WebIdentityToken", token)]
    let request = request("AssumeRoleWithWebIdentity", parameters)
    // A token's signature is secret for itself.
    let secrets = [token] + token.split(separator: ".").map(String.init)
    return try await send(for: role, hiding: secrets) { request }
  }

  private func request(
    _ action: String,
    _ parameters: [(name: String, value: String)]
  ) -> HTTPRequest {
    let all = [("Action", action), ("Version", "2011-06-15")] + parameters
    let body = all.map { "\($0)=\($1.percentEncoded())" }.joined(separator: "&")
    var request = HTTPRequest(
      method: "POST",
      address,
      headers: ["Content-Type": "application/x-www-form-urlencoded; charset=utf-8"],
      body: Array(body.utf8),
      sizeLimit: 1 << 20
    )
    request.patience = .init(total: .seconds(60))
    return request
  }

  private func send(
    for role: AssumedRole,
    hiding secrets: [String],
    prepare: () -> HTTPRequest
  ) async throws(Problem) -> Credentials {
    let response: HTTPResponse
    do throws(HTTPError) {
      (response, _) = try await client.send(
        retrying: RetryPolicy(),
        in: surroundings,
        isTemporary: { SecurityTokenRefusal($0)?.isTemporary ?? false },
        prepare: prepare
      )
    } catch {
      throw Problem(file: address.host, place: role.arn, problem: error.sentence)
    }
    if let refusal = SecurityTokenRefusal(response) {
      throw refusal.problem(address.host, role.arn, hiding: secrets)
    }
    do throws(SyntaxError) {
      return try Credentials(parsing: response.body)
    } catch {
      throw Problem(
        file: address.host,
        place: role.arn,
        problem: "the answer is not understood: \(error)"
      )
    }
  }
}

extension Credentials {
  /// Reads the answer to either request for a role.
  fileprivate init(parsing body: [UInt8]) throws(SyntaxError) {
    let root = try XMLDocument(parsing: body).root
    let result = root.children.first { $0.child("Credentials").exists }
    let key = (result ?? root).child("Credentials")
    let end = try key.requiredText("Expiration")
    guard let expiration = Instant(iso8601: end) else {
      throw key.error("expected a time in <Expiration>")
    }
    self.init(
      accessKey: try key.requiredText("AccessKeyId"),
      secretKey: try key.requiredText("SecretAccessKey"),
      sessionToken: try key.requiredText("SessionToken"),
      expiration: expiration
    )
  }
}
