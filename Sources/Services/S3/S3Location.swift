public import Findings

/// Where objects lie in S3 or on a server like it, and how to get there.
public struct S3Location: Sendable, Hashable {
  /// How the bucket is named in a request.
  public enum Addressing: Sendable, Hashable {
    /// `https://host/bucket/key`.
    case path
    /// `https://bucket.host/key`.
    case virtualHosted
  }

  /// What goes beside `s3://bucket/prefix` in a configuration; what is nil the environment says.
  public struct Options: Sendable, Hashable {
    /// The server's URL, unless it is AWS.
    public var endpoint: String?
    /// Such as `eu-central-1`.
    public var region: String?
    /// Whether the bucket goes into the path; if nil, it does on servers other than AWS, and for
    /// buckets with dots in their names.
    public var isPathStyle: Bool?
    /// The profile of the shared files.
    public var profile: String?
    /// A file of certificate authorities to trust instead of the system's.
    public var certificates: String?

    /// Nothing but what the environment says, unless given.
    public init(
      endpoint: String? = nil,
      region: String? = nil,
      isPathStyle: Bool? = nil,
      profile: String? = nil,
      certificates: String? = nil
    ) {
      self.endpoint = endpoint
      self.region = region
      self.isPathStyle = isPathStyle
      self.profile = profile
      self.certificates = certificates
    }
  }

  /// The bucket.
  public let bucket: String
  /// What all keys begin with: empty, or with a slash at its end.
  public let prefix: String
  /// How it gets there.
  public let options: Options

  /// Reads `s3://bucket` or `s3://bucket/prefix`.
  ///
  /// - Parameters:
  ///   - text: The location as the configuration has it.
  ///   - options: What the configuration says beside it.
  /// - Throws: What is wrong with either, the location being the problem's file.
  public init(_ text: String, options: Options = Options()) throws(Problem) {
    let hint = "write it as s3://bucket/prefix"
    guard text.utf8.starts(with: "s3://".utf8) else {
      throw Problem(file: text, problem: "not a location in S3", hint: hint)
    }
    let parts = text.dropFirst(5).split(separator: "/", omittingEmptySubsequences: false)
    bucket = parts.first.map(String.init) ?? ""
    guard (3...255).contains(bucket.utf8.count), bucket.utf8.allSatisfy(Self.isBucketByte) else {
      throw Problem(file: text, problem: "not a bucket's name: \"\(bucket)\"", hint: hint)
    }
    let path = parts.dropFirst().joined(separator: "/")
    prefix = path.isEmpty || path.hasSuffix("/") ? path : path + "/"
    self.options = options
    if let endpoint = options.endpoint, WebAddress(endpoint) == nil {
      throw Problem(
        file: text,
        place: "endpoint",
        problem: "not a URL of http or https",
        hint: "write it as https://host:port"
      )
    }
  }

  /// The location as a person would write it, without a slash at its end.
  public var name: String {
    prefix.isEmpty ? "s3://\(bucket)" : "s3://\(bucket)/\(prefix.dropLast())"
  }

  private static func isBucketByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
