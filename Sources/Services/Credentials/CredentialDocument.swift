internal import Findings
internal import Syntax

/// Credentials as programs and local services hand them out: a small JSON object.
struct CredentialDocument {
  private let root: JSON

  /// Parses an object.
  init(parsing body: [UInt8]) throws(SyntaxError) {
    root = try JSONDocument(parsing: body).root
  }

  /// The version that a program says it writes.
  var version: Int? { root["Version"].int }

  /// The word for what went wrong, where a service tells that instead.
  var refusal: String? {
    guard let code = root["code"].nonEmpty ?? root["Code"].nonEmpty, code != "Success" else {
      return nil
    }
    return String(code.prefix(100))
  }

  /// The credentials; the token has another name in programs than in services.
  func credentials(token: StaticString) throws(SyntaxError) -> Credentials {
    let end = try root.optionalString("Expiration")
    let expiration = end.flatMap(Instant.init(iso8601:))
    guard end == nil || expiration != nil else {
      throw SyntaxError(place: "Expiration", problem: "expected a time")
    }
    return Credentials(
      accessKey: try root.requiredString("AccessKeyId"),
      secretKey: try root.requiredString("SecretAccessKey"),
      sessionToken: try root.optionalString(token),
      expiration: expiration
    )
  }
}

extension Credentials {
  /// Reads a local service's answer.
  init(_ response: HTTPResponse, from address: WebAddress) throws(Problem) {
    func problem(_ sentence: String) -> Problem {
      Problem(file: address.host, place: address.path, problem: sentence)
    }
    let document: CredentialDocument
    do throws(SyntaxError) {
      document = try CredentialDocument(parsing: response.body)
    } catch {
      throw problem(
        response.status == 200
          ? "the answer is not understood: \(error)" : "HTTP status \(response.status)"
      )
    }
    guard response.status == 200, document.refusal == nil else {
      let refusal = document.refusal.map { "\($0) " } ?? ""
      throw problem("\(refusal)(HTTP status \(response.status))")
    }
    do throws(SyntaxError) {
      self = try document.credentials(token: "Token")
    } catch {
      throw problem("the answer is not understood: \(error)")
    }
  }
}
