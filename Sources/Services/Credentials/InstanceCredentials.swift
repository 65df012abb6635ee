internal import Findings

/// Credentials of the role that a virtual machine of AWS has, from its metadata service, version 2.
///
/// Nothing tells beforehand whether there is such a service: one try and a short wait find out,
/// unless somebody says where it is.
struct InstanceCredentials: CredentialProvider {
  let environment: [String: String]
  let client: HTTPClient

  private static let endpointName = "AWS_EC2_METADATA_SERVICE_ENDPOINT"
  private static let rolePath = "/latest/meta-data/iam/security-credentials/"

  /// The role's key; nil where there is no such service, or no role.
  func load() async throws(Problem) -> Credentials? {
    if environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true" { return nil }
    let address = try address()
    guard let token = try await token(address) else { return nil }
    let listing = try await get(address.appending(Self.rolePath), token)
    guard listing.status != 404 else { return nil }
    let role = String(decoding: listing.body.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      .trimmed
    guard listing.status == 200, !role.isEmpty else {
      throw problem(address, "HTTP status \(listing.status) for the name of the role")
    }
    let place = address.appending(Self.rolePath + role.percentEncoded())
    return try Credentials(try await get(place, token), from: place)
  }

  private var isExpected: Bool { environment.nonEmpty(Self.endpointName) != nil }

  private func address() throws(Problem) -> WebAddress {
    let isVersion6 =
      environment["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"]?.lowercased() == "ipv6"
    let usual = isVersion6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
    guard let address = WebAddress(environment.nonEmpty(Self.endpointName) ?? usual) else {
      throw Problem(file: Self.endpointName, problem: "not a URL of http or https")
    }
    return address
  }

  /// What the service wants to see with each question; nil where there is no service.
  private func token(_ address: WebAddress) async throws(Problem) -> String? {
    var request = request("PUT", address.appending("/latest/api/token"))
    request.headers["X-aws-ec2-metadata-token-ttl-seconds"] = "300"
    do throws(HTTPError) {
      let response = try await client.send(request)
      let token = String(decoding: response.body, as: UTF8.self).trimmed
      if response.status == 200, !token.isEmpty { return token }
      guard isExpected else { return nil }
      throw HTTPError(
        kind: .invalid,
        host: address.host,
        sentence: "no token: HTTP status \(response.status)"
      )
    } catch {
      if !isExpected { return nil }
      throw problem(address, error.sentence)
    }
  }

  private func get(_ address: WebAddress, _ token: String) async throws(Problem) -> HTTPResponse {
    var request = request("GET", address)
    request.headers["X-aws-ec2-metadata-token"] = token
    do throws(HTTPError) {
      return try await client.send(request)
    } catch {
      throw problem(address, error.sentence)
    }
  }

  private func request(_ method: String, _ address: WebAddress) -> HTTPRequest {
    var request = HTTPRequest(method: method, address, sizeLimit: 1 << 20)
    request.patience =
      isExpected
      ? .init(connecting: .seconds(5), total: .seconds(10))
      : .init(connecting: .seconds(1), total: .seconds(2))
    request.bypassesProxy = true
    return request
  }

  private func problem(_ address: WebAddress, _ sentence: String) -> Problem {
    Problem(
      file: address.host,
      place: "instance metadata",
      problem: sentence,
      hint: "AWS_EC2_METADATA_DISABLED=true switches it off"
    )
  }
}

extension WebAddress {
  /// The address of something below this one.
  fileprivate func appending(_ path: String) -> WebAddress {
    var address = self
    while address.path.hasSuffix("/") { address.path.removeLast() }
    address.path += path
    return address
  }
}
