internal import Findings
internal import Syntax

/// What S3 answered instead of doing what it was asked.
struct S3Error {
  let status: Int
  /// Such as `NoSuchKey`; empty when the answer had no body, as that to HEAD.
  let code: String
  /// The server's own sentence, cut short.
  let message: String
  /// The region the bucket lies in, if the answer tells.
  let region: String?

  /// Reads an answer to an operation; nil if it is no error.
  ///
  /// An error can come with status 200, since a long operation begins its answer early; only what
  /// an object holds is never one.
  init?(_ response: HTTPResponse, to operation: Operation) {
    let isSuccess = (200..<300).contains(response.status)
    if isSuccess, operation == .get || !Self.looksLikeError(response.body) { return nil }
    status = response.status
    let bucketRegion = response.headers["x-amz-bucket-region"]
    do throws(SyntaxError) {
      let root = try XMLDocument(parsing: response.body).root
      if isSuccess, !root.isNamed("Error") { return nil }
      code = root.child("Code").nonEmpty ?? ""
      message = String((root.child("Message").nonEmpty ?? "").prefix(300))
      region = root.child("Region").nonEmpty ?? bucketRegion
    } catch {
      if isSuccess { return nil }
      code = ""
      message = ""
      region = bucketRegion
    }
  }

  /// Whether a body's first bytes could be an error's, so that no report is parsed for nothing.
  private static func looksLikeError(_ body: [UInt8]) -> Bool {
    guard body.count < 65_536 else { return false }
    let start = String(decoding: body.prefix(200), as: UTF8.self)
    return start.hasPrefix("<") && start.contains("<Error>")
  }

  /// Whether the same request may succeed a little later.
  var isTemporary: Bool {
    [429, 500, 502, 503, 504].contains(status)
      || [
        "RequestTimeout", "SlowDown", "InternalError", "ConditionalRequestConflict",
        "OperationAborted",
      ]
      .contains(code)
  }

  /// Whether new credentials may help.
  var isAboutExpiry: Bool {
    ["ExpiredToken", "TokenRefreshRequired", "RequestExpired", "ExpiredTokenException"]
      .contains(code)
  }

  /// Whether there is no such object, though there is the bucket.
  var isMissingObject: Bool { status == 404 && code != "NoSuchBucket" }

  /// Whether a condition of the request did not hold.
  var isFailedCondition: Bool {
    status == 412 || status == 409 || status == 304 || code == "PreconditionFailed"
  }
}

extension S3Error {
  /// What was being done, for hints.
  enum Operation: String {
    case list = "s3:ListBucket"
    case get = "s3:GetObject"
    case put = "s3:PutObject"
  }

  /// What a person needs to know of it.
  func problem(_ file: String, _ operation: Operation, tries: Int) -> Problem {
    let (sentence, hint) = explanation(operation)
    let suffix = isTemporary && tries > 1 ? ", after \(tries) tries" : ""
    return Problem(file: file, problem: sentence + suffix, hint: hint)
  }

  private func explanation(_ operation: Operation) -> (String, String?) {
    switch (status, code) {
    case (_, "PermanentRedirect"), (_, "AuthorizationHeaderMalformed"), (301, _), (307, _),
      (_, "TemporaryRedirect"), (_, "IllegalLocationConstraintException"):
      let place = region.map { "in the region \($0)" } ?? "in another region"
      return ("the bucket lies \(place)", region.map { "set region: \($0)" } ?? "set its region")
    case (_, "NoSuchBucket"):
      return ("the bucket does not exist", "check its name, the region and the endpoint")
    case (_, "InvalidAccessKeyId"):
      return ("the access key is not known there", "check the credentials and the session token")
    case (_, "SignatureDoesNotMatch"):
      return ("the secret key does not match the access key", "check the credentials")
    case (_, "RequestTimeTooSkewed"):
      return ("this machine's clock is too far off for S3", "set the clock")
    case (_, "InvalidObjectState"):
      return ("the object is archived", "restore it, or leave its folder out")
    case (_, "SlowDown"), (503, _):
      return ("the server asks to slow down", "run again later")
    case (403, _): return ("access denied", accessHint(operation))
    case (401, _): return ("not signed in", "check the credentials")
    default: break
    }
    if isAboutExpiry { return ("the credentials have expired", "renew them and run again") }
    let text = message.isEmpty ? code : message
    return (text.isEmpty ? "HTTP status \(status)" : "\(text) (HTTP status \(status))", nil)
  }

  private func accessHint(_ operation: Operation) -> String {
    switch operation {
    case .list, .put: "the credentials need \(operation.rawValue)"
    case .get:
      "the credentials need s3:GetObject, and s3:ListBucket to tell what does not exist"
    }
  }
}
