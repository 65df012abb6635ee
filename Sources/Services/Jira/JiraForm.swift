internal import Syntax

/// What a project asks for when an issue of one type is made.
struct JiraForm: Sendable {
  /// One field of it.
  struct Field: Sendable {
    var name: String
    /// Whether Jira refuses an issue without it.
    var isRequired: Bool
    /// The names of all that it may be; nil if anything may be.
    var allowed: [String]?

    /// The allowed value that a name means.
    func value(named name: String) -> String? {
      guard let allowed else { return name }
      return allowed.first { $0.lowercased() == name.lowercased() }
    }
  }

  var project: String
  /// The type of issue, by id and name.
  var typeID: String
  var type: String
  var fields: [String: Field] = [:]

  /// What Jira fills in by itself.
  private static let own: Set<String> = ["project", "issuetype", "reporter"]

  /// Takes in a field of an answer.
  mutating func add(_ json: JSON) {
    guard let id = (json["fieldId"].nonEmpty ?? json["key"].nonEmpty) else { return }
    let allowed = json["allowedValues"]
    fields[id] = Field(
      name: json["name"].nonEmpty ?? id,
      isRequired: json["required"].bool == true && json["hasDefaultValue"].bool != true
        && !Self.own.contains(id),
      allowed: allowed.isArray
        ? allowed.elements.compactMap { $0["name"].string ?? $0["value"].string } : nil
    )
  }
}
