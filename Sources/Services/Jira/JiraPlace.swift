internal import Syntax

/// Where in the pages of a search somebody is: Cloud gives a token for the next page, Data Center
/// counts.
struct JiraPlace {
  private var token: String?
  private var start = 0

  /// How many issues a page may have.
  private static let most = 100

  /// The body of the request for the page.
  func query(_ jql: String, _ flavour: JiraFlavour) -> [UInt8] {
    var body = JSONWriter()
    body.beginObject()
    body.field("jql", jql)
    body.field("fields", JiraIssue.fields)
    body.field("maxResults", Self.most)
    switch flavour {
    case .cloud: body.field("nextPageToken", token)
    case .dataCenter: body.field("startAt", start)
    }
    body.endObject()
    return body.take()
  }

  /// Goes on to the next page; false if there is none.
  ///
  /// An empty page is the last, whatever it says.
  mutating func advance(_ answer: JSON, _ flavour: JiraFlavour) -> Bool {
    let count = answer["issues"].count
    guard count > 0 else { return false }
    switch flavour {
    case .cloud:
      token = answer["nextPageToken"].nonEmpty
      return token != nil && answer["isLast"].bool != true
    case .dataCenter:
      start += count
      return start < answer["total"].int ?? 0
    }
  }
}
