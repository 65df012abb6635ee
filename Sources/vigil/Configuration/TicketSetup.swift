internal import Actions

/// What `vigil.yml` says of tickets.
struct TicketSetup: Sendable {
  /// The trackers there are.
  enum Kind: String, Sendable, CaseIterable {
    case jiraCloud = "jira-cloud"
    case jiraDataCenter = "jira-data-center"
    case gitLab = "gitlab"
  }

  var kind: Kind
  /// The address people open.
  var url: String
  /// Where requests go, if elsewhere.
  var api: String?
  /// Who Vigil is there, where a password needs a name.
  var user: String?
  var token: SecretPlace
  /// A file of certificate authorities to trust.
  var certificates: String?
  /// Whether `vigil run` carries the plan out.
  var isApplied = false
  /// How long steps are begun, in minutes.
  var minutes = 10
  /// The words for how an issue ended, the best first; the usual ones, if empty.
  var fixedResolutions: [String] = []
  var suppressedResolutions: [String] = []
  var policy: TicketPolicy
  var links = TicketLinks()
}
