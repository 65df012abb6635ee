public import Findings

/// How to read a report that no reader knows: a user's own description of its layout.
///
/// It is a plain value; whoever reads the configuration makes it.
public struct ReportMapping: Sendable, Hashable {
  /// What the report is written in.
  public enum Syntax: String, Sendable, CaseIterable {
    case json
    case jsonLines = "json-lines"
    case xml
    case csv
  }

  /// The format's name, in messages and as the reader of a scan.
  public var name: String
  /// What the report is written in.
  public var syntax: Syntax
  /// The tool.
  public var scanner: String
  /// The kind of scanning, where the layout does not say; it chooses what identity is made of.
  public var category: Category
  /// The name of the root element, if the report is XML.
  public var root: String?
  /// The columns that there must be, if the report is CSV.
  public var columns: [String] = []
  /// What must be true of the whole report or, of JSON Lines, of one of the first lines.
  public var recognition: [Condition] = []
  /// Where the entries are; nil: they are the rows of CSV, or the lines of JSON Lines.
  public var entries: ReportPath?
  /// Where each field of a finding comes from.
  public var fields: [Field: Value] = [:]
  /// What the scanner's own words for severities mean, in lower case.
  public var severities: [String: Severity] = [:]
  /// Which entries are checks that passed.
  public var passed: [Condition] = []
  /// Which entries are neither findings nor checks.
  public var ignored: [Condition] = []
  /// What says that the scan failed, looked for in the whole report or any line.
  public var failed: [Condition] = []
  /// The fields whose values make the identity; empty: those of the category.
  public var identity: [Field] = []

  /// A mapping that recognises nothing yet.
  public init(name: String, syntax: Syntax, scanner: String? = nil, category: Category) {
    self.name = name
    self.syntax = syntax
    self.scanner = scanner ?? name
    self.category = category
  }

  /// What people need to know of the format.
  public var format: ReportFormat {
    ReportFormat(
      name: name,
      title: "\(scanner), by a mapping",
      provenOn: "your own reports",
      produce: "see whoever wrote the mapping",
      finding: "One entry that the mapping does not count as passed or ignored.",
      outcome: "Failed if the list of entries is not there, or the mapping's `failed` holds.",
      precedence: syntax == .json || syntax == .jsonLines ? 3 : 2
    )
  }
}
