internal import Actions
internal import Syntax

/// A way in which issues may be linked.
struct JiraLinkType: Sendable {
  var id: String
  var name: String

  /// The types of an answer to `/issueLinkType`.
  static func all(_ json: JSON) -> [JiraLinkType] {
    json["issueLinkTypes"].elements.compactMap { type in
      guard let id = type["id"].text, let name = type["name"].string else { return nil }
      return JiraLinkType(id: id, name: name)
    }
  }

  /// The one that says best how issues relate.
  static func best(of types: [JiraLinkType], for relation: TicketStep.Relation) -> JiraLinkType? {
    let names =
      switch relation {
      case .follows: ["relates", "related"]
      case .duplicates: ["duplicate", "duplicates", "cloners", "relates", "related"]
      }
    for name in names {
      if let type = types.first(where: { $0.name.lowercased() == name }) { return type }
    }
    return nil
  }
}
