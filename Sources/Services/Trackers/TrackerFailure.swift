internal import Actions
internal import Findings

/// What a tracker answered instead of doing what it was asked, or why it did not answer.
struct TrackerFailure: Error {
  /// What is known of the request.
  enum Kind {
    /// It was refused, and would be again.
    case refused
    /// It was not carried out, and may be later.
    case postponed
    /// Nobody knows whether it was carried out.
    case uncertain
  }

  var kind: Kind
  /// The status of the answer; 0 if there is none.
  var status = 0
  /// The field that is wrong.
  var field: String?
  /// What is wrong, bounded, on one line, without a full stop.
  var reason: String
  /// What to do about it.
  var hint: String?

  /// The most characters of a reason.
  private static let limit = 300

  /// Whether the issue that was asked for is not there, or not for us.
  var hidesIssue: Bool { status == 404 || status == 403 }

  /// What came of a step thereby.
  var outcome: StepOutcome {
    switch kind {
    case .refused: .refused(Refusal(status: status, field: field, reason: reason))
    case .postponed: .postponed(reason)
    case .uncertain: .uncertain(reason)
    }
  }

  /// What a person needs to know of it.
  func problem(_ site: String, _ place: String = "") -> Problem {
    let what = field.map { "the field \"\($0)\": \(reason)" } ?? reason
    return Problem(file: site, place: place, problem: what, hint: hint)
  }

  /// A tracker's sentences as one reason; nil if they say nothing.
  static func reason(_ sentences: [String]) -> String? {
    let line = sentences.filter { !$0.isEmpty }.joined(separator: "; ").oneLine
    let text = line.hasSuffix(".") ? String(line.dropLast()) : line
    guard !text.isEmpty else { return nil }
    return text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }

  /// What the start of a body that is no JSON says; nil for a page, such as a proxy's.
  static func reason(ofText body: [UInt8]) -> String? {
    let text = String(decoding: body.prefix(limit), as: UTF8.self)
    return text.contains("<") ? nil : reason([text])
  }
}

extension TrackerFailure {
  /// Why an answer with an error's status is one.
  ///
  /// - Parameters:
  ///   - response: The answer.
  ///   - field: The field that it says is wrong.
  ///   - reason: What it says is wrong.
  ///   - hint: What to do about it.
  init(_ response: HTTPResponse, field: String?, reason: String?, hint: String?) {
    status = response.status
    self.field = field
    self.reason = reason ?? "HTTP status \(response.status)"
    self.hint = hint
    switch response.status {
    case 429: kind = .postponed
    case 503 where response.headers["Retry-After"] != nil: kind = .postponed
    // Somebody else was changing the same issue.
    case 409: kind = .postponed
    case 408, 500...: kind = .uncertain
    default: kind = .refused
    }
  }

  /// Why there is no answer.
  init(_ error: HTTPError) {
    reason = "\(error.host): \(error.sentence)"
    switch error.kind {
    case .notConnected:
      kind = .postponed
      hint = "check the address and the proxy"
    case .untrusted:
      kind = .postponed
      hint = "name the certificate authority's file"
    case .invalid: kind = .refused
    case .interrupted, .tooLarge, .cancelled: kind = .uncertain
    }
  }
}
