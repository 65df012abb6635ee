public import Findings

/// How to find an issue again.
public struct IssueReference: Sendable, Hashable {
  /// What never changes, even when the issue moves: Jira's number, GitLab's project and iid.
  public var id: String
  /// What people call it, such as `SHOP-12`.
  public var key: String
  /// The address of its page.
  public var url: String

  /// An issue by its id, its key and its page.
  public init(id: String, key: String, url: String) {
    self.id = id
    self.key = key
    self.url = url
  }
}

/// An issue as the tracker shows it.
public struct Issue: Sendable, Hashable {
  /// How far it is, whatever the words of the workflow.
  public enum Phase: String, Sendable, Hashable, CaseIterable {
    case new
    case active
    case done
  }

  /// How to find it again.
  public var reference: IssueReference
  /// The workflow's word for where it stands.
  public var status: String
  /// How far that is.
  public var phase: Phase
  /// The tracker's word for how it ended; nil while it has not, or where there is none.
  public var resolution: String?
  /// Its labels, as they are.
  public var labels: [String]
  /// The tracker's name of its priority.
  public var priority: String?
  /// The day it is due, as `2026-11-24`.
  public var due: String?
  /// Who has it, as people are called there.
  public var assignee: String?
  /// When it was made.
  public var createdAt: Instant?
  /// When anything last changed.
  public var updatedAt: Instant?
  /// When it was done; nil if it is not, or the tracker does not say.
  public var closedAt: Instant?
  /// Who did it; nil if the tracker does not say.
  public var closedBy: String?

  /// An issue that stands somewhere.
  public init(
    reference: IssueReference,
    status: String,
    phase: Phase,
    resolution: String? = nil,
    labels: [String] = [],
    priority: String? = nil,
    due: String? = nil
  ) {
    self.reference = reference
    self.status = status
    self.phase = phase
    self.resolution = resolution
    self.labels = labels
    self.priority = priority
    self.due = due
  }
}

extension Issue {
  /// Whether both are done, and by the same words.
  public func ends(like other: Issue) -> Bool {
    phase == .done && other.phase == .done && status == other.status
      && resolution == other.resolution
  }
}

/// What the tracker says of an issue that we know.
public enum IssueState: Sendable, Hashable {
  case there(Issue)
  /// It is gone, or we may no longer see it; the tracker's words.
  case missing(String)
}
