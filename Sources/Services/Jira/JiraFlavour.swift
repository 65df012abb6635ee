internal import Markdown
internal import Syntax

/// The two kinds of Jira, and all in which they differ for keeping tickets.
public enum JiraFlavour: String, Sendable, Hashable, CaseIterable {
  /// Atlassian's own, with REST API v3: documents as text, accounts by id.
  case cloud
  /// A server of one's own, with REST API v2: wiki markup as text, accounts by name.
  case dataCenter = "data-center"

  /// The path of the API below its base.
  var root: String {
    switch self {
    case .cloud: "/rest/api/3"
    case .dataCenter: "/rest/api/2"
    }
  }

  /// The member by which people are named.
  var person: String {
    switch self {
    case .cloud: "accountId"
    case .dataCenter: "name"
    }
  }

  /// The parameter by which one of the assignable people is asked for.
  var personFilter: String {
    switch self {
    case .cloud: "accountId"
    case .dataCenter: "username"
    }
  }

  /// A text that was written in Markdown, as JSON of the API, cut to what Jira takes.
  func text(markdown: String) -> [UInt8] {
    let document = MarkdownDocument(parsing: markdown)
    switch self {
    case .cloud: return document.adf()
    case .dataCenter:
      var writer = JSONWriter()
      writer.string(document.wiki())
      return writer.take()
    }
  }
}
