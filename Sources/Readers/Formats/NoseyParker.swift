internal import Findings
internal import Syntax

/// Nosey Parker: secrets in files and Git history, with every place of each.
public enum NoseyParker: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "noseyparker",
    title: "Nosey Parker JSON and JSON Lines",
    provenOn: "Nosey Parker 0.12 and 0.22",
    produce: "noseyparker report --format json --output noseyparker.json",
    finding: """
      One match of a secret in one blob. Identity: rule and keyed digest of what the rule captured. \
      What a reviewer rejected is suppressed. Nosey Parker states no severity: a leak is high.
      """,
    outcome: """
      `[]` is a complete scan without secrets, if the file's name says noseyparker; `{}` is a \
      failed one.
      """,
    precedence: 3
  )

  /// Findings with their rules and matches.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry { $0["rule_name"].exists && $0["matches"].exists && $0["num_matches"].exists }
      || report.isEmptyList(of: format.name) || isNothing(report) && report.isNamed(format.name)
  }

  /// Each match of each finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .secrets)
    if isNothing(report) {
      reading.failure = "an empty object says nothing of the scan"
      return reading
    }
    reading.forEach(report.entries) { reading, entry throws(SyntaxError) in
      _ = try entry.asObject().requiredString("rule_name")
      reading.collect(try entry.requiredArray("matches").elements) { match throws(SyntaxError) in
        try finding(match, of: entry, report.digests)
      }
    }
    return reading
  }

  private static func isNothing(_ report: Report) -> Bool {
    report.json.map { $0.isObject && $0.count == 0 } ?? false
  }

  private static func finding(
    _ match: JSON,
    of entry: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let name = try entry.requiredString("rule_name")
    let captured = [match["groups"], entry["groups"]].map(\.strings).first { !$0.isEmpty }
    let content = match["match_content"].string ?? entry["match_content"].string
    let span = match["location"]["source_span"]
    var location = try place(match)
    location.line = try span["start"].optionalInt("line")
    location.endLine = try span["end"].optionalInt("line")
    location.column = try span["start"].optionalInt("column")
    let leak = LeakedSecret(
      value: captured?.joined(separator: " ") ?? content,
      // Each group is a secret of its own.
      context: ([match["snippet"]["matching"].string].compactMap { $0 } + (captured ?? []))
        .joined(separator: "\n")
    )
    var finding = leak.finding(
      rule: Rule(id: entry["rule_text_id"].nonEmpty ?? name, name: name),
      title: name,
      location: location,
      digests
    )
    if match["status"].equals("reject") || entry["statuses"].strings == ["reject"] {
      finding.suppression = leak.suppression(match["comment"].string ?? entry["comment"].string)
    }
    return finding
  }

  /// The file, or where Git first had the blob.
  private static func place(_ match: JSON) throws(SyntaxError) -> Location {
    let origins = try match.requiredArray("provenance").elements
    for origin in origins where origin["kind"].equals("file") {
      return Location(path: try origin.requiredString("path"))
    }
    for origin in origins where origin["kind"].equals("git_repo") {
      let commit = [origin["first_commit"], origin["commit_provenance"]].first { $0.isObject }
      var location = Location(path: try commit?.optionalString("blob_path"))
      location.commit = commit?["commit_metadata"]["commit_id"].string
      return location
    }
    return Location()
  }
}
