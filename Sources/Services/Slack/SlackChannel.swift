public import Actions
internal import Findings
public import Pipeline
internal import Syntax

/// Posts digests to a channel of Slack (`chat.postMessage`), the details in the message's thread.
public struct SlackChannel: Messenger {
  private let token: Secret
  private let channel: String
  private let api: String
  private let post: JSONPost

  /// A channel.
  ///
  /// - Parameters:
  ///   - token: The token of the app's bot.
  ///   - channel: The channel's id, such as `C0123456789`.
  ///   - client: Who sends.
  ///   - api: Where Slack's methods are.
  public init(
    token: Secret,
    channel: String,
    client: HTTPClient,
    api: String = "https://slack.com/api"
  ) {
    self.init(token: token, channel: channel, api: api, post: JSONPost(client: client))
  }

  init(token: Secret, channel: String, api: String, post: JSONPost) {
    self.token = token
    self.channel = channel
    self.api = api
    self.post = post
  }

  /// `Slack, channel CHANNEL`.
  public var name: String { "Slack, channel \(channel)" }

  private var method: String { "\(api)/chat.postMessage" }

  /// The message, and the one in its thread if there are details.
  public func requests(for digest: RenderedDigest) -> [MessageRequest] {
    let head = MessageRequest(address: method, body: body(digest.slack))
    // The message's own time stamp is known only once it is there.
    let details = digest.details.map { body($0, thread: "0000000000.000000") }
    return [head] + (details.map { [MessageRequest(address: method, body: $0)] } ?? [])
  }

  /// Sends the message, then the details: if those do not arrive, the message did nevertheless.
  public func deliver(_ digest: RenderedDigest) async -> Delivery {
    switch await send(digest.slack) {
    case .failed(let delivery): return delivery
    case .posted(let stamp):
      guard let details = digest.details else { return .delivered(nil) }
      guard let stamp else {
        return .delivered(Problem(file: name, problem: "named no thread for the details"))
      }
      guard case .failed(let delivery) = await send(details, thread: stamp) else {
        return .delivered(nil)
      }
      return .delivered(delivery.asDetails)
    }
  }

  private enum Posting {
    case posted(String?)
    case failed(Delivery)
  }

  private func send(_ message: SlackMessage, thread: String? = nil) async -> Posting {
    let secret: String
    do throws(Problem) {
      secret = try token.read()
    } catch {
      return .failed(.refused(error))
    }
    guard let address = WebAddress(method) else {
      return .failed(.refused(Problem(file: api, problem: "is not an address")))
    }
    let outcome = await post.send(
      body(message, thread: thread),
      to: address,
      headers: ["Authorization": "Bearer \(secret)"],
      name: name
    )
    switch outcome {
    case .none(let delivery): return .failed(delivery)
    case .answer(let response): return posting(response)
    }
  }

  /// Slack answers with status 200 whatever is wrong (Slack, "Web API", "Evaluating responses").
  private func posting(_ response: HTTPResponse) -> Posting {
    do throws(SyntaxError) {
      let json = try JSONDocument(parsing: response.body).root
      if json["ok"].bool == true { return .posted(json["ts"].string) }
      if let word = json["error"].string {
        let particulars = json["response_metadata"]["messages"].elements
          .compactMap(\.string).first
        let error = SlackError(word, status: response.status, particulars: particulars ?? "")
        return .failed(error.delivery(of: name))
      }
    } catch {
      // Whatever is no JSON is nothing of Slack's.
    }
    guard response.status == 200 else {
      return .failed(SlackError("", status: response.status).delivery(of: name))
    }
    let problem = "the answer is not Slack's: the message may not have arrived"
    return .failed(.uncertain(Problem(file: name, problem: problem)))
  }

  private func body(_ message: SlackMessage, thread: String? = nil) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("channel", channel)
    json.field("thread_ts", thread)
    message.write(to: &json)
    json.field("unfurl_links", false)
    json.field("unfurl_media", false)
    json.endObject()
    return json.take()
  }
}

extension Delivery {
  /// The problem of details that did not arrive, or may not have.
  fileprivate var asDetails: Problem? {
    switch self {
    case .delivered(let problem): return problem
    case .refused(var problem), .postponed(var problem), .uncertain(var problem):
      problem.place = "details in the thread"
      return problem
    }
  }
}
