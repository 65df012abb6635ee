internal import Syntax

extension ProwlerCheck {
  /// A row of any of the tables.
  init(_ row: CSVTable.Row) throws(SyntaxError) {
    if row["CHECK_RESULT"] != nil {
      try self.init(version2: row)
    } else {
      try self.init(version3: row)
    }
  }

  /// A row of version 3, 4 or 5, whose column names changed between them.
  private init(version3 row: CSVTable.Row) throws(SyntaxError) {
    version = row["PROWLER_VERSION"]
    provider = row["PROVIDER"] ?? "aws"
    id = try row.required("CHECK_ID")
    title = row["CHECK_TITLE"] ?? ""
    status = try Self.status(row, "STATUS", isMuted: row["MUTED"]?.lowercased() == "true")
    result = row["STATUS_EXTENDED"]
    severity = row["SEVERITY"]
    account = row["ACCOUNT_UID"] ?? row["ACCOUNT_ID"] ?? ""
    let isCluster = provider == "kubernetes"
    let place = row["REGION"] ?? row["LOCATION"] ?? ""
    region = isCluster ? "" : place
    namespace = isCluster ? String(place.trimmingPrefix("namespace: ")) : ""
    kind = row["RESOURCE_TYPE"] ?? ""
    resource = row["RESOURCE_UID"] ?? row["RESOURCE_ARN"] ?? row["RESOURCE_ID"] ?? ""
    name = row["RESOURCE_NAME"] ?? row["RESOURCE_ID"] ?? ""
    description = row["DESCRIPTION"]
    risk = row["RISK"]
    remediation = row["REMEDIATION_RECOMMENDATION_TEXT"]
    links = [row["REMEDIATION_RECOMMENDATION_URL"] ?? "", row["RELATED_URL"] ?? ""]
    compliance = Self.frameworks(row["COMPLIANCE"] ?? "")
  }

  /// A row of version 2, which names the resource in the result alone.
  private init(version2 row: CSVTable.Row) throws(SyntaxError) {
    let number = try row.required("TITLE_ID")
    (id, title) = Self.control(row["TITLE_TEXT"] ?? number, number: number)
    status = try Self.status(row, "CHECK_RESULT")
    result = row["CHECK_RESULT_EXTENDED"]
    severity = row["CHECK_SEVERITY"]
    account = row["ACCOUNT_NUM"] ?? ""
    region = row["REGION"] ?? ""
    resource = row["CHECK_RESOURCE_ID"] ?? ""
    risk = row["CHECK_RISK"]
    remediation = row["CHECK_REMEDIATION"]
    links = [row["CHECK_DOC"] ?? ""]
  }

  private static func status(
    _ row: CSVTable.Row,
    _ column: String,
    isMuted: Bool = false
  ) throws(SyntaxError) -> Status {
    guard let status = Status(try row.required(column), isMuted: isMuted) else {
      throw row.error("expected a known status in \(column)")
    }
    return status
  }

  /// `CIS-1.4: 1.20, 1.21 | CIS-3.0: 1.20` taken apart.
  private static func frameworks(
    _ text: String
  ) -> [(framework: String, requirements: [String])] {
    text.split(separator: " | ").compactMap { entry in
      let sides = entry.split(separator: ": ", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      return (String(sides[0]), sides[1].split(separator: ", ").map(String.init))
    }
  }
}
