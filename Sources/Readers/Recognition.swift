internal import Findings
internal import Syntax

/// The one reader that recognises a report.
///
/// Throws when none does, or when several do and so the report's findings would be a guess.
public func reader(for report: Report) throws(ReadError) -> any ReportReader.Type {
  let candidates = readers.filter { $0.recognises(report) }
  if candidates.count == 1, let reader = candidates.first { return reader }
  let hint = "`vigil formats` lists what is read"
  if candidates.isEmpty {
    throw ReadError(problem: "no reader recognises this \(report.summary)", hint: hint)
  }
  let names = candidates.map { $0.format.name }.joined(separator: " and ")
  throw ReadError(problem: "several readers recognise this report: \(names)", hint: hint)
}

/// What the one reader that recognises a report says of it, exact repeats counted as occurrences.
public func read(_ report: Report) throws(ReadError) -> Reading {
  try read(report, with: try reader(for: report))
}

/// What a reader says of a report that it recognises, exact repeats counted as occurrences.
public func read(
  _ report: Report,
  with reader: any ReportReader.Type
) throws(ReadError) -> Reading {
  var reading = try reader.read(report)
  reading.countRepeats()
  return reading
}

extension Report {
  /// Whether the layout or the file's name says that it is a scanner's own report.
  ///
  /// For content that says nothing, such as `null` or `[]`. In both `_` is as good as `-`.
  func isNamed(_ scanner: String) -> Bool {
    let name = name.lowercased().replacing("_", with: "-")
    let known = self.scanner?.replacing("_", with: "-")
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
