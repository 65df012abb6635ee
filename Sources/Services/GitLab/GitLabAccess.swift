public import Findings

/// Where a GitLab is, and who asks it.
public struct GitLabAccess: Sendable, Hashable {
  /// Where people open its pages, such as `https://gitlab.com` or `https://host/gitlab`.
  public var site: WebAddress
  /// What the paths of the REST API stand below: `/api/v4` below the site, unless said otherwise.
  public var api: WebAddress
  /// A personal, project or group access token with the scope `api`.
  ///
  /// The token of a CI job may not ask for issues (GitLab Docs, "CI/CD job token").
  public var token: String
  /// A file of certificate authorities to trust instead of the system's.
  public var certificates: String?
  /// Whether issues are made so that only members of the project from Planner or Reporter on see
  /// them: they tell how it can be broken into.
  public var makesConfidential = true

  /// Access to a site; the API stands below the site's own address unless another is given.
  ///
  /// - Throws: Which of the two is not an address.
  public init(
    site: String,
    api: String? = nil,
    token: String,
    certificates: String? = nil
  ) throws(Problem) {
    self.site = try Self.address(site, of: "GitLab")
    if let api {
      self.api = try Self.address(api, of: "GitLab")
    } else {
      self.api = self.site
      self.api.path += "/api/v4"
    }
    self.token = token
    self.certificates = certificates
  }
}

extension GitLabAccess: CustomStringConvertible, CustomReflectable {
  /// The address alone: the token is nothing for a log.
  public var description: String { "GitLabAccess(\(site.text))" }

  /// Nothing that a log should not hold.
  public var customMirror: Mirror { Mirror(self, children: ["site": site]) }
}

extension GitLabAccess: TrackerAccess {
  var authorization: String { "Bearer \(token)" }

  func address(_ path: String, _ query: [WebAddress.QueryItem] = []) -> WebAddress {
    var address = api
    address.path += path
    address.query = query
    return address
  }

  func failure(_ response: HTTPResponse) -> TrackerFailure {
    let error = GitLabErrorBody(response.body)
    let hint: String? =
      switch response.status {
      case 300..<400: "is the address the one where GitLab is in the end?"
      case 401 where error.word == "invalid_token":
        "make a new token: this one has expired or was revoked"
      case 401:
        "a personal, project or group access token is needed; that of a CI job may not ask for issues"
      case 403 where error.word == "insufficient_scope": "the token needs the scope api"
      case 403: "the token's account needs the role Planner or Reporter in the project"
      case 404: "GitLab shows an account no project that it is not a member of"
      default: nil
      }
    return TrackerFailure(response, field: error.field, reason: error.sentence, hint: hint)
  }
}

extension TrackerFailure {
  /// Whether GitLab has no such thing, or hides it; a token that may not do what it is used for says
  /// nothing of the thing.
  var isAbsence: Bool { status == 404 || status == 403 && !reason.hasPrefix("insufficient_scope") }
}
