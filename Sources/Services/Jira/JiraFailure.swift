internal import Actions
internal import Findings
internal import Syntax

/// What Jira answered instead of doing what it was asked, or why it did not answer.
struct JiraFailure: Error {
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
}

extension JiraFailure {
  /// Why an answer with an error's status is one.
  init(_ response: HTTPResponse) {
    status = response.status
    let error = JiraErrorBody(response.body)
    let sentence = error.sentence ?? "HTTP status \(response.status)"
    field = error.field
    reason = sentence
    switch response.status {
    case 429: kind = .postponed
    case 503 where response.headers["Retry-After"] != nil: kind = .postponed
    // Somebody else was changing the same issue.
    case 409: kind = .postponed
    case 408, 500...: kind = .uncertain
    default: kind = .refused
    }
    switch response.status {
    case 300..<400: hint = "is the address the one where Jira is in the end?"
    case 401 where response.headers["X-Authentication-Denied-Reason"] != nil:
      hint = "sign in once with a browser: the server asks this account to solve a CAPTCHA"
    case 401:
      hint =
        "has the token expired? a scoped token of Cloud works only with the address of the gateway"
    default: hint = nil
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

/// The body of an error: `errorMessages` and `errors` by field (both kinds of Jira), or `message`
/// (Data Center's sign-in, Cloud's gateway); anything else, such as a proxy's page, says nothing.
private struct JiraErrorBody {
  var field: String?
  var sentence: String?

  private static let limit = 300

  init(_ body: [UInt8]) {
    let document: JSONDocument
    do throws(SyntaxError) {
      document = try JSONDocument(parsing: body)
    } catch {
      let text = String(decoding: body.prefix(Self.limit), as: UTF8.self)
      sentence = text.contains("<") ? nil : Self.bounded([text])
      return
    }
    let root = document.root
    let errors = root["errors"].members.sorted {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }
    let first = errors.first
    field = first.map { String($0.key.prefix(100)) }
    var sentences = first.flatMap(\.value.text).map { [$0] } ?? []
    sentences += errors.dropFirst().map { "\($0.key): \($0.value.text ?? "")" }
    sentences += root["errorMessages"].strings
    if sentences.isEmpty { sentences = [root["message"].string].compactMap { $0 } }
    sentence = Self.bounded(sentences)
  }

  private static func bounded(_ sentences: [String]) -> String? {
    let line = sentences.joined(separator: "; ").oneLine
    let text = line.hasSuffix(".") ? String(line.dropLast()) : line
    guard !text.isEmpty else { return nil }
    return text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }
}

extension String {
  /// The words with one space between them, without control characters.
  var oneLine: String {
    let visible = unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.properties.generalCategory == .control ? " " : scalar
    }
    return String(String.UnicodeScalarView(visible))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
