/// Where a finding is: in a file, a package, an image, behind a URL, in an account or a cluster.
///
/// A finding often has several of these at once: a package in a manifest, a file in an image.
public struct Location: Sendable, Hashable {
  /// A path relative to the repository or the image, with `/` between its parts.
  public var path: String?
  /// The first line, counted from 1.
  public var line: Int?
  /// The last line, where it is known.
  public var endLine: Int?
  /// The column in the first line, counted from 1.
  public var column: Int?
  /// The function, class or block around the place, in the language's own notation.
  public var logical: String?
  /// The package, for dependencies and images.
  public var package: Package?
  /// A resource's address, such as `aws_s3_bucket.logs`, an ARN, or `Deployment/shop/web`.
  public var resource: String?
  /// The URL that was tested.
  public var url: String?
  /// The HTTP method of the request.
  public var method: String?
  /// The parameter, header or cookie at fault.
  public var parameter: String?
  /// The image as it was named, with tag or digest.
  public var image: String?
  /// The cloud account, subscription or project.
  public var account: String?
  /// The cloud region.
  public var region: String?
  /// The Kubernetes cluster.
  public var cluster: String?
  /// The commit in which the scanner saw it.
  public var commit: String?

  /// A location with nothing known yet.
  public init() {}

  /// A place in a file.
  public init(path: String?, line: Int? = nil, endLine: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.endLine = endLine
    self.column = column
  }
}
