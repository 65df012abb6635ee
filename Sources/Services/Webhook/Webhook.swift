public import Actions
internal import Findings
internal import Hashing
public import Pipeline

/// Posts digests as JSON to any address: `RenderedDigest.json` is the body.
///
/// Any answer of success will do. The header `Idempotency-Key` is the same for the same digest.
public struct Webhook: Messenger {
  private let url: Secret
  private let token: Secret?
  private let post: JSONPost

  /// A receiver of JSON.
  ///
  /// - Parameters:
  ///   - url: Its address, which may be a secret: only its host is ever shown.
  ///   - token: What it wants to see in `Authorization: Bearer`; nil for nothing.
  ///   - client: Who sends.
  public init(url: Secret, token: Secret? = nil, client: HTTPClient) {
    self.init(url: url, token: token, post: JSONPost(client: client))
  }

  init(url: Secret, token: Secret?, post: JSONPost) {
    self.url = url
    self.token = token
    self.post = post
  }

  /// `webhook, HOST`.
  public var name: String { "webhook, \(url.shownHost)" }

  /// The one request.
  public func requests(for digest: RenderedDigest) -> [MessageRequest] {
    [MessageRequest(address: url.shownAddress, body: digest.json)]
  }

  /// Sends it.
  public func deliver(_ digest: RenderedDigest) async -> Delivery {
    let name = name
    let address: SecretAddress
    var headers: HTTPHeaders = [
      "Idempotency-Key": SHA256.hash("\(digest.route)\0\(digest.moment)").hexadecimal
    ]
    do throws(Problem) {
      address = try SecretAddress(try url.read(), name: name)
      if let token { headers["Authorization"] = "Bearer \(try token.read())" }
    } catch {
      return .refused(error)
    }
    let outcome = await post.send(digest.json, to: address.address, headers: headers, name: name)
    switch outcome {
    case .none(let delivery): return delivery
    case .answer(let response) where (200..<300).contains(response.status): return .delivered(nil)
    case .answer(let response):
      let isPassing = [408, 425].contains(response.status)
      let problem = Problem(
        file: name,
        problem: "refused with status \(response.status)",
        hint: response.status == 401 || response.status == 403
          ? "is the token right?" : response.status == 404 ? "is the address right?" : nil
      )
      return isPassing ? .postponed(problem) : .refused(problem)
    }
  }
}
