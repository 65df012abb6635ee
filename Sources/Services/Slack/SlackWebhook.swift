public import Actions
internal import Findings
public import Pipeline
internal import Syntax

/// Posts digests to one of Slack's incoming webhooks, which takes a message and tells nothing of it:
/// there is no thread for details.
public struct SlackWebhook: Messenger {
  private let url: Secret
  private let post: JSONPost

  /// A webhook.
  ///
  /// - Parameters:
  ///   - url: Its address, a secret: only its host is ever shown.
  ///   - client: Who sends.
  public init(url: Secret, client: HTTPClient) {
    self.init(url: url, post: JSONPost(client: client))
  }

  init(url: Secret, post: JSONPost) {
    self.url = url
    self.post = post
  }

  /// `Slack, HOST`.
  public var name: String { "Slack, \(url.shownHost)" }

  /// The one request.
  public func requests(for digest: RenderedDigest) -> [MessageRequest] {
    [MessageRequest(address: url.shownAddress, body: Self.body(digest.slack))]
  }

  /// Sends it.
  public func deliver(_ digest: RenderedDigest) async -> Delivery {
    let name = name
    let address: SecretAddress
    do throws(Problem) {
      address = try SecretAddress(try url.read(), name: name)
    } catch {
      return .refused(error)
    }
    let outcome = await post.send(Self.body(digest.slack), to: address.address, name: name)
    switch outcome {
    case .none(let delivery): return delivery
    case .answer(let response):
      let word = String(decoding: response.body.prefix(100), as: UTF8.self).trimmed
      if response.status == 200, word == "ok" { return .delivered(nil) }
      if response.status == 200 {
        let problem = "the answer is not Slack's: the message may not have arrived"
        return .uncertain(Problem(file: name, problem: problem))
      }
      return SlackError(word, status: response.status).delivery(of: name)
    }
  }

  private static func body(_ message: SlackMessage) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    message.write(to: &json)
    json.field("unfurl_links", false)
    json.field("unfurl_media", false)
    json.endObject()
    return json.take()
  }
}
