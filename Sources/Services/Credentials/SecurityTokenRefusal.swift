internal import Findings
internal import Syntax

/// What AWS's service for temporary keys answered instead of giving one.
struct SecurityTokenRefusal {
  private let status: Int
  /// Such as `AccessDenied`; empty where the answer was none of the service's own.
  private let code: String
  private let message: String

  /// Reads an answer; nil if it is no refusal.
  init?(_ response: HTTPResponse) {
    guard response.status != 200 else { return nil }
    status = response.status
    do throws(SyntaxError) {
      let error = try XMLDocument(parsing: response.body).root.child("Error")
      code = error.child("Code").nonEmpty ?? ""
      message = error.child("Message").nonEmpty ?? ""
    } catch {
      code = ""
      message = ""
    }
  }

  /// Whether the same request may succeed a little later.
  var isTemporary: Bool {
    [429, 500, 502, 503, 504].contains(status)
      || ["IDPCommunicationError", "Throttling", "ThrottlingException", "RequestLimitExceeded"]
        .contains(code)
  }

  /// What a person needs to know of it; a message that repeats a secret is left out.
  func problem(_ host: String, _ role: String, hiding secrets: [String]) -> Problem {
    let isSafe = !secrets.contains { !$0.isEmpty && message.contains($0) }
    let parts = [code, isSafe ? String(message.prefix(300)) : ""].filter { !$0.isEmpty }
    let sentence = parts.isEmpty ? "HTTP status \(status)" : parts.joined(separator: ": ")
    return Problem(file: host, place: role, problem: sentence, hint: hint)
  }

  private var hint: String? {
    switch code {
    case "AccessDenied": "check the role's trust policy"
    case "ExpiredTokenException": "the token has expired: have a new one made"
    case "InvalidIdentityToken": "check the token's audience and the identity provider in IAM"
    case "InvalidClientTokenId", "SignatureDoesNotMatch":
      "check the credentials that ask for the role"
    case "RegionDisabledException": "switch the region on, or set another one"
    default: nil
    }
  }
}
