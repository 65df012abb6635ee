internal import Actions
internal import Syntax

/// A move that the workflow offers an issue as it stands.
struct JiraTransition: Sendable {
  var id: String
  var name: String
  /// The status it leads to.
  var status: String
  var phase: Issue.Phase
  /// The names of fields it asks for that nobody can fill in but a person.
  var missing: [String] = []
  /// The resolutions its screen offers; nil if it offers none.
  var resolutions: [String]?
  /// Whether it asks for one of them.
  var needsResolution = false

  /// Reads one of an answer to `/issue/{id}/transitions?expand=transitions.fields`; nil for one
  /// that cannot be taken.
  init?(_ json: JSON) {
    guard let id = json["id"].text, let status = json["to"]["name"].string,
      json["isAvailable"].bool != false
    else { return nil }
    self.id = id
    self.status = status
    name = json["name"].string ?? id
    phase = JiraIssue.phase(json["to"])
    for (key, field) in json["fields"].members {
      let isRequired = field["required"].bool == true && field["hasDefaultValue"].bool != true
      if key == "resolution" {
        resolutions = field["allowedValues"].elements.compactMap { $0["name"].string }
        needsResolution = field["required"].bool == true
      } else if isRequired {
        missing.append(field["name"].nonEmpty ?? key)
      }
    }
    missing.sort()
  }

  /// The body that makes the move.
  func body(resolution: String?) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.named("transition", by: "id", id)
    if let resolution {
      writer.key("fields")
      writer.beginObject()
      writer.named("resolution", by: "name", resolution)
      writer.endObject()
    }
    writer.endObject()
    return writer.take()
  }
}
