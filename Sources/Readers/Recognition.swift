internal import Findings
internal import Syntax

/// The one reader that recognises a report.
///
/// Throws when none does, or when several do and so the report's findings would be a guess.
public func reader(for report: Report) throws(ReadError) -> any ReportReader.Type {
  if let reader = try recognisedReader(for: report) { return reader }
  throw unrecognised(report)
}

/// What reads a report: the one reader that recognises it, else the one mapping that does.
///
/// Throws when none does, or when several do and so the report's findings would be a guess.
public func interpreter(
  for report: Report,
  mappings: [ReportMapping]
) throws(ReadError) -> Interpreter {
  if let reader = try recognisedReader(for: report) { return .reader(reader) }
  var claims: [ReportMapping] = []
  var refusals: [String] = []
  for mapping in mappings {
    if let refusal = mapping.refusal(of: report) {
      refusals.append("\(mapping.name): \(refusal)")
    } else {
      claims.append(mapping)
    }
  }
  if let first = claims.first, claims.count == 1 { return .mapping(first) }
  if claims.isEmpty { throw unrecognised(report, refusals: refusals) }
  let names = claims.map(\.name).joined(separator: " and ")
  throw ReadError(
    problem: "several mappings recognise this report: \(names)",
    hint: "say in each what the other's reports have not"
  )
}

private func recognisedReader(
  for report: Report
) throws(ReadError) -> (any ReportReader.Type)? {
  let candidates = readers.filter { $0.recognises(report) }
  guard candidates.count > 1 else { return candidates.first }
  let names = candidates.map { $0.format.name }.joined(separator: " and ")
  throw ReadError(
    problem: "several readers recognise this report: \(names)",
    hint: "`vigil formats` lists what is read"
  )
}

private func unrecognised(_ report: Report, refusals: [String] = []) -> ReadError {
  let kind = report.summary
  if refusals.isEmpty {
    return ReadError(
      problem: "no reader recognises this \(kind)",
      hint: "`vigil formats` lists what is read"
    )
  }
  return ReadError(
    problem: "no reader and no mapping recognises this \(kind)",
    hint: refusals.joined(separator: "; ")
  )
}

/// What the one reader that recognises a report says of it, exact repeats counted as occurrences.
public func read(_ report: Report) throws(ReadError) -> Reading {
  try Interpreter.reader(try reader(for: report)).read(report)
}

extension Report {
  /// Whether the layout or the file's name says that it is a scanner's own report.
  ///
  /// For content that says nothing, such as `null` or `[]`. In both `_` is as good as `-`.
  func isNamed(_ scanner: String) -> Bool {
    let name = name.lowercased().exchanging("_", for: "-")
    let known = self.scanner?.exchanging("_", for: "-")
    return !name.hasSuffix(".sarif") && (known == scanner || name.hasPrefix(scanner))
  }

  /// What the content is, in a few words and with nothing of its values.
  fileprivate var summary: String {
    switch content {
    case .json(let root): "JSON (\(root.outline))"
    case .lines(let values): "sequence of \(values.count) JSON values"
    case .xml: "XML"
    case .csv: "CSV"
    case .text: "text"
    }
  }
}

extension JSON {
  /// The kind of the value and its first keys.
  fileprivate var outline: String {
    switch kind {
    case .object:
      "an object with \(members.prefix(5).map { "`\(printable($0.key))`" }.joined(separator: ", "))"
    case .array: elements.first { _ in true } == nil ? "an empty array" : "an array"
    default: kind.rawValue
    }
  }

  /// A key as far as it may be a name; a longer one may be anything, even a secret.
  private func printable(_ key: String) -> String {
    let isName = key.utf8.count <= 30 && key.utf8.allSatisfy { ByteClass.isWord($0) || $0 == 0x2D }
    return isName ? key : "…"
  }
}
