import Findings

@testable import Readers

/// Mappings for reports that no scanner writes.
enum SampleMapping {
  static func path(
    _ text: String,
    _ syntax: ReportMapping.Syntax = .json
  ) throws -> ReportPath {
    try ReportPath(text, in: syntax)
  }

  /// Fields at one place each.
  static func fields(
    _ places: [ReportMapping.Field: String],
    _ syntax: ReportMapping.Syntax = .json
  ) throws -> [ReportMapping.Field: ReportMapping.Value] {
    try places.reduce(into: [:]) { fields, place in
      let paths = [try path(place.value, syntax)]
      fields[place.key] = ReportMapping.Value(paths: paths, isSecret: place.key == .secret)
    }
  }

  /// Issues in files: `{"tool": "acme", "files": [{"name": …, "issues": […]}]}`.
  static func json() throws -> ReportMapping {
    var mapping = ReportMapping(name: "acme", syntax: .json, category: .sast)
    mapping.recognition = [.init(try path("tool"), among: ["acme"])]
    mapping.entries = try path("files[*].issues[*]")
    mapping.fields = try fields([
      .rule: "check.id", .name: "check.name", .severity: "level", .message: "text",
      .path: "^.name", .line: "line", .identifiers: "tags", .references: "links[*]",
      .score: "cvss",
    ])
    mapping.severities = ["p1": .critical]
    mapping.passed = [.init(try path("state"), among: ["pass"])]
    mapping.ignored = [.init(try path("state"), among: ["skipped"])]
    mapping.failed = [.init(try path("error.message"))]
    return mapping
  }

  /// One finding a line, beside lines that are none.
  static func lines() throws -> ReportMapping {
    var mapping = ReportMapping(name: "acme-lines", syntax: .jsonLines, category: .dependency)
    mapping.recognition = [.init(try path("purl"))]
    mapping.ignored = [.init(try path("kind"), among: ["summary"])]
    mapping.fields = try fields([
      .rule: "advisory", .package: "purl", .fixedIn: "fix", .path: "manifest",
    ])
    return mapping
  }

  /// Issues in groups: `<scan><results><group name="…"><issue id="…">…`.
  static func xml() throws -> ReportMapping {
    var mapping = ReportMapping(name: "acme-xml", syntax: .xml, category: .dast)
    mapping.root = "scan"
    mapping.entries = try path("results/group[*]/issue[*]", .xml)
    mapping.fields = try fields(
      [
        .rule: "@id", .title: "summary", .url: "request/url", .method: "request/@verb",
        .resource: "^/@name", .description: "$/about",
      ],
      .xml
    )
    return mapping
  }

  /// One finding a row.
  static func csv() throws -> ReportMapping {
    var mapping = ReportMapping(name: "acme-csv", syntax: .csv, category: .cloud)
    mapping.columns = ["Check", "Account ID", "Resource"]
    mapping.fields = try fields(
      [.rule: "Check", .account: "Account ID", .resource: "Resource", .line: "Line"],
      .csv
    )
    return mapping
  }

  /// A leak a row.
  static func leaks() throws -> ReportMapping {
    var mapping = ReportMapping(name: "acme-leaks", syntax: .json, category: .secrets)
    mapping.recognition = [.init(try path("leaks"))]
    mapping.entries = try path("leaks[*]")
    mapping.fields = try fields([
      .rule: "type", .title: "text", .message: "code", .path: "file", .secret: "value",
      .references: "link",
    ])
    return mapping
  }
}
