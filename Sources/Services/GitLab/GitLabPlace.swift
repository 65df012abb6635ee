internal import Actions

/// Where an issue stands: the number of its project, and its number in there.
struct GitLabPlace: Hashable {
  var project: Int
  var iid: Int

  /// Reads an id such as `123/45`; nil if it is none of GitLab's.
  init?(_ reference: IssueReference) {
    let parts = reference.id.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let project = Int(parts[0]), let iid = Int(parts[1]) else { return nil }
    self.project = project
    self.iid = iid
  }

  /// The path of the issue in the API.
  var path: String { "/projects/\(project)/issues/\(iid)" }
}
