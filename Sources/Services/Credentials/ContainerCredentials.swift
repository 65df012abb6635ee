internal import Findings

/// Credentials from the service that ECS or EKS runs beside a container.
struct ContainerCredentials: CredentialProvider {
  let environment: [String: String]
  let client: HTTPClient
  let surroundings: Surroundings

  private static let relativeName = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
  private static let fullName = "AWS_CONTAINER_CREDENTIALS_FULL_URI"

  /// The key from the address that the environment names, if it names one.
  func load() async throws(Problem) -> Credentials? {
    guard let address = try address() else { return nil }
    var request = HTTPRequest(address, sizeLimit: 1 << 20)
    request.patience = .init(connecting: .seconds(2), total: .seconds(5))
    request.bypassesProxy = address.scheme == "http"
    if let token = try token() { request.headers["Authorization"] = token }
    let response: HTTPResponse
    do throws(HTTPError) {
      (response, _) = try await client.send(
        retrying: RetryPolicy(tries: 3),
        in: surroundings,
        prepare: { [request] in request }
      )
    } catch {
      throw Problem(file: address.host, place: address.path, problem: error.sentence)
    }
    return try Credentials(response, from: address)
  }

  private func address() throws(Problem) -> WebAddress? {
    if let path = environment.nonEmpty(Self.relativeName) {
      // Without the slash, the rest could become part of the host.
      guard path.utf8.first == UInt8(ascii: "/"),
        let address = WebAddress(withQuery: "http://169.254.170.2\(path)")
      else { throw Problem(file: Self.relativeName, problem: "not the path of a URL") }
      return address
    }
    guard let text = environment.nonEmpty(Self.fullName) else { return nil }
    guard let address = WebAddress(withQuery: text) else {
      throw Problem(file: Self.fullName, problem: "not a URL of http or https")
    }
    guard address.scheme == "https" || Self.isLocal(address.hostName) else {
      throw Problem(
        file: Self.fullName,
        problem: "\(address.host) is neither this machine nor a container service's address",
        hint: "use https for any other host"
      )
    }
    return address
  }

  /// Whether a host can be nothing but this machine or a container service of AWS.
  private static func isLocal(_ host: String) -> Bool {
    let known = ["localhost", "::1", "169.254.170.2", "169.254.170.23", "fd00:ec2::23"]
    if known.contains(host) { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }

  private func token() throws(Problem) -> String? {
    if let file = environment.nonEmpty("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") {
      return try SecretFile(file).text
    }
    return environment.nonEmpty("AWS_CONTAINER_AUTHORIZATION_TOKEN")
  }
}

extension WebAddress {
  /// Reads a URL that may have a query.
  fileprivate init?(withQuery text: String) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first else { return nil }
    self.init(String(first))
    guard parts.count > 1 else { return }
    for item in parts[1].split(separator: "&") {
      let pair = item.split(separator: "=", maxSplits: 1).map { String($0).percentDecoded() }
      guard let name = pair.first ?? nil, let value = pair.count > 1 ? pair[1] : "" else {
        return nil
      }
      query.append(QueryItem(name, value))
    }
  }
}
