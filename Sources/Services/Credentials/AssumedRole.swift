/// A role, and how a session with it is to be.
struct AssumedRole: Sendable {
  /// The role's whole name, such as `arn:aws:iam::123456789012:role/dashboards`.
  var arn: String
  /// What the session is called in AWS's records; `vigil` where nothing is said.
  var sessionName: String?
  /// What the role's owner asks others to say.
  var externalID: String?
  /// How long the session lasts, in seconds, as it was written.
  var duration: String?

  /// The parts of a request that say this.
  var parameters: [(name: String, value: String)] {
    let optional = [("ExternalId", externalID), ("DurationSeconds", duration)]
    return [("RoleArn", arn), ("RoleSessionName", sessionName ?? "vigil")]
      + optional.compactMap { name, value in value.map { (name, $0) } }
  }
}
