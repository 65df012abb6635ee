internal import Findings
internal import Hashing

/// Signs requests as AWS asks for: Signature Version 4, in the Authorization header.
///
/// "Create a signed AWS API request", AWS Identity and Access Management user guide.
struct SigV4 {
  /// How a path is written in what is signed.
  enum PathRule {
    /// As it is on the wire.
    case s3
    /// Without `.`, `..` and empty parts, and encoded once more.
    case generic
  }

  var region: String
  var service: String
  var pathRule: PathRule

  /// A request with its signature, made at a moment.
  func sign(_ request: HTTPRequest, with credentials: Credentials, at moment: Instant)
    -> HTTPRequest
  {
    var request = request
    let payload = SHA256.hash(request.body).hexadecimal
    request.headers["Host"] = request.address.host
    request.headers["X-Amz-Date"] = Self.timestamp(moment)
    if let token = credentials.sessionToken { request.headers["X-Amz-Security-Token"] = token }
    if pathRule == .s3 { request.headers["X-Amz-Content-Sha256"] = payload }
    let canonical = canonicalRequest(request, payload: payload)
    request.headers["Authorization"] = authorization(canonical, credentials, at: moment)
    return request
  }

  /// The value of the Authorization header for a canonical request.
  func authorization(
    _ canonical: CanonicalRequest,
    _ credentials: Credentials,
    at moment: Instant
  ) -> String {
    let text = stringToSign(canonical, at: moment)
    let signature = HMAC.sha256(text, key: signingKey(credentials, at: moment)).hexadecimal
    return "AWS4-HMAC-SHA256 Credential=\(credentials.accessKey)/\(scope(moment)), "
      + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"
  }

  /// What the signature is made of.
  func stringToSign(_ canonical: CanonicalRequest, at moment: Instant) -> String {
    let digest = SHA256.hash(canonical.text).hexadecimal
    return "AWS4-HMAC-SHA256\n\(Self.timestamp(moment))\n\(scope(moment))\n\(digest)"
  }

  private func scope(_ moment: Instant) -> String {
    "\(Self.timestamp(moment).prefix(8))/\(region)/\(service)/aws4_request"
  }

  private func signingKey(_ credentials: Credentials, at moment: Instant) -> [UInt8] {
    let day = String(Self.timestamp(moment).prefix(8))
    return [day, region, service, "aws4_request"]
      .reduce(Array("AWS4\(credentials.secretKey)".utf8)) { HMAC.sha256($1, key: $0) }
  }

  /// A moment as AWS writes it, such as `20150830T123600Z`.
  private static func timestamp(_ moment: Instant) -> String {
    moment.description.filter { $0 != "-" && $0 != ":" }
  }
}

/// A request in the one form that both sides sign.
struct CanonicalRequest {
  /// The whole.
  let text: String
  /// The names of the fields that are signed, sorted, with semicolons between.
  let signedHeaders: String
}

extension SigV4 {
  /// The one form of a request; all its fields are signed.
  func canonicalRequest(_ request: HTTPRequest, payload: String) -> CanonicalRequest {
    var values: [String: [String]] = [:]
    for field in request.headers.fields {
      let words = field.value.split { $0 == " " || $0 == "\t" || $0.isNewline }
      values[field.name.lowercased(), default: []].append(words.joined(separator: " "))
    }
    let names = values.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let fields = names.map { "\($0):\(values[$0, default: []].joined(separator: ","))\n" }
    let signedHeaders = names.joined(separator: ";")
    let lines = [
      request.method, path(request.address.path), Self.query(request.address.query),
      fields.joined(), signedHeaders, payload,
    ]
    return CanonicalRequest(text: lines.joined(separator: "\n"), signedHeaders: signedHeaders)
  }

  private func path(_ path: String) -> String {
    guard pathRule == .generic else { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let end = path.hasSuffix("/") && !parts.isEmpty ? "/" : ""
    return ("/" + parts.joined(separator: "/") + end).percentEncoded(keeping: "/")
  }

  private static func query(_ items: [WebAddress.QueryItem]) -> String {
    let pairs = items.map { ($0.name.percentEncoded(), $0.value.percentEncoded()) }
    return pairs.sorted { left, right in
      left.0 == right.0
        ? left.1.utf8.lexicographicallyPrecedes(right.1.utf8)
        : left.0.utf8.lexicographicallyPrecedes(right.0.utf8)
    }
    .map { "\($0.0)=\($0.1)" }
    .joined(separator: "&")
  }
}
