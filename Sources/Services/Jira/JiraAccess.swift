public import Findings

/// Where a Jira is, who asks it, and which of its words end an issue.
public struct JiraAccess: Sendable, Hashable {
  /// How requests are signed.
  public enum Credential: Sendable, Hashable {
    /// An account and its API token (Cloud) or password (Data Center).
    case basic(user: String, secret: String)
    /// A personal access token (Data Center), or a scoped token at the gateway (Cloud).
    case bearer(String)
  }

  /// Which kind of Jira it is.
  public var flavour: JiraFlavour
  /// Where people open its pages, such as `https://acme.atlassian.net` or `https://host/jira`.
  public var site: WebAddress
  /// What the paths of the API stand below: the site itself, or Atlassian's gateway,
  /// `https://api.atlassian.com/ex/jira/{cloudId}`, without which scoped tokens do not work.
  public var api: WebAddress
  /// Who asks.
  public var credential: Credential
  /// A file of certificate authorities to trust instead of the system's.
  public var certificates: String?
  /// The words that an issue ends with.
  public var resolutions = JiraResolutions()

  /// Access to a site; the API stands below the site's own address unless another is given.
  ///
  /// - Throws: Which of the two is not an address.
  public init(
    _ flavour: JiraFlavour,
    site: String,
    api: String? = nil,
    credential: Credential,
    certificates: String? = nil
  ) throws(Problem) {
    self.flavour = flavour
    self.site = try Self.address(site, of: "Jira")
    self.api = try Self.address(api ?? site, of: "Jira")
    self.credential = credential
    self.certificates = certificates
  }

  /// The page of an issue.
  func page(of key: String) -> String {
    var address = site
    address.path += "/browse/\(key.percentEncoded())"
    return address.text
  }

  /// An address of the API.
  func address(_ path: String, _ query: [WebAddress.QueryItem] = []) -> WebAddress {
    var address = api
    address.path += flavour.root + path
    address.query = query
    return address
  }
}

extension JiraAccess.Credential: CustomStringConvertible, CustomReflectable {
  /// Nothing that a log should not hold.
  public var description: String {
    switch self {
    case .basic: "Credential(basic)"
    case .bearer: "Credential(bearer)"
    }
  }

  /// Nothing that a log should not hold.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// The value of the field `Authorization` (RFC 7617, RFC 6750).
  var authorization: String {
    switch self {
    case .basic(let user, let secret): "Basic \(Base64.encode("\(user):\(secret)"))"
    case .bearer(let token): "Bearer \(token)"
    }
  }
}

extension JiraAccess: TrackerAccess {
  var authorization: String { credential.authorization }

  func failure(_ response: HTTPResponse) -> TrackerFailure {
    let error = JiraErrorBody(response.body)
    let hint: String? =
      switch response.status {
      case 300..<400: "is the address the one where Jira is in the end?"
      case 401 where response.headers["X-Authentication-Denied-Reason"] != nil:
        "sign in once with a browser: the server asks this account to solve a CAPTCHA"
      case 401:
        "has the token expired? a scoped token of Cloud works only with the address of the gateway"
      default: nil
      }
    return TrackerFailure(response, field: error.field, reason: error.sentence, hint: hint)
  }
}
