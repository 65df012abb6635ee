/// Where in a tracker tickets go, and what they bear.
public struct Destination: Sendable, Hashable {
  /// The tracker's project: Jira's key, such as `SHOP`; GitLab's path, such as `acme/shop`.
  public var project: String
  /// Jira's type of issue, or GitLab's.
  public var issueType: String
  /// Jira's components.
  public var components: [String] = []
  /// Who gets them: an account id, a name, as the tracker has it.
  public var assignee: String?
  /// Labels besides ours.
  public var labels: [String] = []
  /// The epic or other issue they stand under.
  public var parent: String?

  /// A project, and the type of issue to make there.
  public init(project: String, issueType: String = "Task") {
    self.project = project
    self.issueType = issueType
  }
}
