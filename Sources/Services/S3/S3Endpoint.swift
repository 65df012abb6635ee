internal import Findings

/// The server a bucket lies on: addresses of its objects, and the region that signatures name.
struct S3Endpoint: Sendable {
  let region: String
  private let bucketAddress: WebAddress

  /// The endpoint of a location, by its options first and the environment second; nil if the
  /// environment's URL is none.
  init?(_ location: S3Location, environment: [String: String], profileRegion: String?) {
    let options = location.options
    region =
      options.region ?? environment.nonEmpty("AWS_REGION")
      ?? environment.nonEmpty("AWS_DEFAULT_REGION") ?? profileRegion ?? "us-east-1"
    let custom =
      options.endpoint ?? environment.nonEmpty("AWS_ENDPOINT_URL_S3")
      ?? environment.nonEmpty("AWS_ENDPOINT_URL")
    let domain = region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com"
    guard var address = WebAddress(custom ?? "https://s3.\(region).\(domain)") else { return nil }
    let isPathStyle = options.isPathStyle ?? (custom != nil || location.bucket.contains("."))
    while address.path.hasSuffix("/") { address.path.removeLast() }
    if isPathStyle {
      address.path += "/\(location.bucket)"
    } else {
      address.host = "\(location.bucket).\(address.host)"
    }
    bucketAddress = address
  }

  /// The address of the bucket with a query.
  func address(query: [WebAddress.QueryItem]) -> WebAddress {
    var address = bucketAddress
    if address.path.isEmpty { address.path = "/" }
    address.query = query
    return address
  }

  /// The address of an object, by its whole key.
  func address(key: String) -> WebAddress {
    var address = bucketAddress
    address.path += "/" + key.percentEncoded(keeping: "/")
    return address
  }

  /// The server's name, for messages.
  var host: String { bucketAddress.host }
}

extension [String: String] {
  /// A value that is there and not empty.
  func nonEmpty(_ name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
