internal import Syntax

extension ProwlerCheck {
  /// An entry of any of the JSON formats.
  init(_ entry: JSON) throws(SyntaxError) {
    if try entry.asObject()["metadata"].exists {
      try self.init(ocsf: entry)
    } else if entry["CheckID"].exists {
      try self.init(version3: entry)
    } else {
      try self.init(version2: entry)
    }
  }

  /// A detection finding of the Open Cybersecurity Schema Framework (versions 4 and 5).
  private init(ocsf entry: JSON) throws(SyntaxError) {
    let extra = entry["unmapped"]
    let metadata = try entry.requiredObject("metadata")
    let info = try entry.requiredObject("finding_info")
    let resource = try entry.requiredArray("resources")[0]
    version = metadata["product"]["version"].nonEmpty
    id = try metadata.requiredString("event_code")
    title = try info.requiredString("title")
    status = try Self.status(entry, "status_code", isMuted: entry["status"].equals("Suppressed"))
    result = entry["status_detail"].string ?? entry["message"].string
    severity = try entry.optionalString("severity")
    let isCluster =
      extra["provider"].equals("kubernetes") || metadata["profiles"].strings.contains("container")
    provider = isCluster ? "kubernetes" : entry["cloud"]["provider"].string ?? "aws"
    account = entry["cloud"]["account"]["uid"].string ?? extra["provider_uid"].string ?? ""
    region = entry["cloud"]["region"].string ?? resource["region"].string ?? ""
    namespace = resource["namespace"].string ?? ""
    kind = resource["type"].string ?? ""
    self.resource = try resource.requiredString("uid")
    name = resource["name"].string ?? ""
    description = info["desc"].string
    risk = entry["risk_details"].string
    remediation = entry["remediation"]["desc"].string
    links = entry["remediation"]["references"].strings + [extra["related_url"].string ?? ""]
    compliance = extra["compliance"].members.map { ($0.key, $0.value.strings) }
  }

  /// An entry of the JSON of versions 3 and 4.
  private init(version3 entry: JSON) throws(SyntaxError) {
    provider = entry["Provider"].string ?? "aws"
    id = try entry.requiredString("CheckID")
    title = try entry.requiredString("CheckTitle")
    status = try Self.status(entry, "Status", isMuted: entry["Muted"].bool ?? false)
    result = entry["StatusExtended"].string
    severity = try entry.optionalString("Severity")
    account =
      entry["AccountId"].text ?? entry["SubscriptionId"].text ?? entry["ProjectId"].text
      ?? entry["Subscription"].text ?? ""
    region = entry["Region"].string ?? entry["Location"].string ?? ""
    namespace = entry["Namespace"].string ?? ""
    kind = entry["ResourceType"].string ?? ""
    resource = entry["ResourceArn"].nonEmpty ?? entry["ResourceId"].string ?? ""
    name = entry["ResourceId"].string ?? entry["ResourceName"].string ?? ""
    description = entry["Description"].string
    risk = entry["Risk"].string
    let advice = entry["Remediation"]["Recommendation"]
    remediation = advice["Text"].string
    links = [advice["Url"].string ?? "", entry["RelatedUrl"].string ?? ""]
    compliance = entry["Compliance"].members.map { ($0.key, $0.value.strings) }
  }

  /// A line of the JSON of version 2, whose control reads `[check114] Ensure …`.
  private init(version2 entry: JSON) throws(SyntaxError) {
    let control = try entry.requiredString("Control")
    (id, title) = Self.control(control, number: entry["Control ID"].string)
    status = try Self.status(entry, "Status")
    result = entry["Message"].string
    severity = try entry.optionalString("Severity")
    account = entry["Account Number"].text ?? ""
    region = entry["Region"].string ?? ""
    resource = entry["Resource ID"].string ?? ""
    risk = entry["Risk"].string
    remediation = entry["Remediation"].string
    links = [entry["Doc link"].string ?? ""]
  }

  private static func status(
    _ entry: JSON,
    _ key: StaticString,
    isMuted: Bool = false
  ) throws(SyntaxError) -> Status {
    let word = try entry.requiredString(key)
    guard let status = Status(word, isMuted: isMuted) else {
      throw entry.error("expected a known status under \(key)")
    }
    return status
  }

  /// The check's name and title; without a name in brackets, the number of the control.
  static func control(_ text: String, number: String?) -> (id: String, title: String) {
    guard text.hasPrefix("["), let end = text.firstIndex(of: "]") else {
      return (number ?? text, text)
    }
    let title = text[end...].dropFirst().drop { $0 == " " }
    return (String(text[..<end].dropFirst()), String(title))
  }
}
