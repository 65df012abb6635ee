internal import Findings

extension Profile {
  /// The role that this profile stands for, if it stands for one, with a way to take it on.
  func role() throws(Problem) -> AssumedRole? {
    let ways = ["web_identity_token_file", "source_profile", "credential_source"]
      .filter { self[$0] != nil }
    guard let arn = self["role_arn"] else {
      guard ways.contains("web_identity_token_file") else { return nil }
      throw problem(
        "web_identity_token_file",
        "web_identity_token_file: role_arn is missing beside it"
      )
    }
    guard ways.count == 1 else {
      let problem = ways.isEmpty ? "nothing to take it on with" : ways.joined(separator: " and ")
      throw self.problem(
        "role_arn",
        "role_arn: \(problem)",
        hint: "set one of source_profile, credential_source and web_identity_token_file"
      )
    }
    if self["mfa_serial"] != nil {
      throw problem(
        "mfa_serial",
        "mfa_serial: a nightly job cannot type in a code",
        hint: "use a role that asks for none"
      )
    }
    return AssumedRole(
      arn: arn,
      sessionName: self["role_session_name"],
      externalID: self["external_id"],
      duration: self["duration_seconds"]
    )
  }
}
