import Actions
import Findings
import Pipeline
import Synchronization

/// A messenger that notes what it is given, and answers as it is told.
final class NotedMessenger: Messenger {
  private let state = Mutex<(digests: [RenderedDigest], answers: [Delivery])>(([], []))

  let name = "noted"

  /// The titles of all digests, oldest first.
  var titles: [String] { state.withLock { $0.digests.map(\.title) } }

  /// The text of all digests, oldest first.
  var texts: [String] { state.withLock { $0.digests.map(\.markdown) } }

  /// How many blocks each digest has in Slack, oldest first.
  var blocks: [Int] { state.withLock { $0.digests.map(\.slack.blocks.count) } }

  /// What comes of the next digests; delivered, when nothing is said.
  func answers(_ answers: Delivery...) { state.withLock { $0.answers = answers } }

  func requests(for digest: RenderedDigest) -> [MessageRequest] {
    [MessageRequest(address: "noted:", body: digest.json)]
  }

  func deliver(_ digest: RenderedDigest) async -> Delivery {
    state.withLock { state in
      state.digests.append(digest)
      return state.answers.isEmpty ? .delivered(nil) : state.answers.removeFirst()
    }
  }
}
