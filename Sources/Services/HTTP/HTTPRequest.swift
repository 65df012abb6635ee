/// A request, whole.
public struct HTTPRequest: Sendable {
  /// How long to wait for what.
  public struct Patience: Sendable {
    /// For a connection, TLS included.
    public var connecting: Duration
    /// For the whole answer.
    public var total: Duration
    /// For a transfer that all but stands still: below 1,000 bytes a second.
    public var stalled: Duration

    /// Times to wait: 10 s for a connection, half an hour in all, 30 s without progress.
    public init(
      connecting: Duration = .seconds(10),
      total: Duration = .seconds(1800),
      stalled: Duration = .seconds(30)
    ) {
      self.connecting = connecting
      self.total = total
      self.stalled = stalled
    }
  }

  /// Such as `GET`.
  public var method: String
  /// Where to.
  public var address: WebAddress
  /// The fields to send.
  public var headers: HTTPHeaders
  /// What to send; nothing for GET and HEAD.
  public var body: [UInt8]
  /// The bytes over which an answer is refused.
  public var sizeLimit: Int
  /// How long to wait.
  public var patience = Patience()
  /// Whether carrying it out twice does what once does.
  ///
  /// If not, it has a connection of its own: over one that was kept, libcurl sends it again by itself
  /// when that breaks before an answer.
  public var isRepeatable = true
  /// Whether the proxy of the environment is passed by, as for addresses of this machine's own.
  public var bypassesProxy = false

  /// A request whose answer may be 16 MiB unless said otherwise.
  public init(
    method: String = "GET",
    _ address: WebAddress,
    headers: HTTPHeaders = [:],
    body: [UInt8] = [],
    sizeLimit: Int = 16 << 20
  ) {
    self.method = method
    self.address = address
    self.headers = headers
    self.body = body
    self.sizeLimit = sizeLimit
  }
}

/// An answer, whole, whatever its status.
public struct HTTPResponse: Sendable {
  /// Such as 200.
  public var status: Int
  /// The fields of the last answer, not those of a proxy before it.
  public var headers: HTTPHeaders
  /// The body, with room for 64 bytes more, for the JSON engine.
  public var body: [UInt8]
}
