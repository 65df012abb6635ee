internal import Findings

/// Where a tracker is, who asks it, and how it words its errors.
protocol TrackerAccess: Sendable {
  /// Where people open its pages.
  var site: WebAddress { get }
  /// What the paths of its API stand below.
  var api: WebAddress { get }
  /// A file of certificate authorities to trust instead of the system's.
  var certificates: String? { get }
  /// The value of the field `Authorization` (RFC 9110 §11.6.2).
  var authorization: String { get }

  /// An address of the API.
  func address(_ path: String, _ query: [WebAddress.QueryItem]) -> WebAddress

  /// Why an answer with an error's status is one.
  func failure(_ response: HTTPResponse) -> TrackerFailure
}

extension TrackerAccess {
  /// Reads an address of http or https, without the slashes at its end.
  ///
  /// - Throws: That it is none.
  static func address(_ text: String, of tracker: String) throws(Problem) -> WebAddress {
    guard var address = WebAddress(text) else {
      let shown = text.prefix(200)
      throw Problem(file: tracker, problem: "not an address of http or https: \(shown)")
    }
    while address.path.hasSuffix("/") { address.path.removeLast() }
    return address
  }
}
