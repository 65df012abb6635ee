internal import Findings
internal import Syntax

extension Reading {
  /// Adds the finding of each element of an array that the report may lack.
  mutating func collect(
    _ elements: JSON.Elements?,
    _ finding: (JSON) throws(SyntaxError) -> Finding?
  ) {
    guard let elements else { return }
    for element in elements {
      do {
        if let finding = try finding(element) { findings.append(finding) }
      } catch {
        skipped.add(ReadError(error))
      }
    }
  }

  /// Adds the finding of each entry; an entry that throws is set aside, counted and named, and the
  /// rest are read.
  mutating func collect<Entry>(
    _ entries: some Sequence<Entry>,
    _ finding: (Entry) throws(SyntaxError) -> Finding?
  ) {
    for entry in entries {
      do {
        if let finding = try finding(entry) { findings.append(finding) }
      } catch {
        skipped.add(ReadError(error))
      }
    }
  }

  /// Calls with each entry that holds several findings; one that throws is set aside, counted and
  /// named, and the rest are read.
  mutating func forEach<Entry>(
    _ entries: some Sequence<Entry>,
    _ body: (inout Reading, Entry) throws(SyntaxError) -> Void
  ) {
    for entry in entries {
      do {
        try body(&self, entry)
      } catch {
        skipped.add(ReadError(error))
      }
    }
  }

  /// Calls the scan failed if its report counts problems and lists none.
  mutating func failIfNone(of counted: Int?, _ problems: StaticString) {
    guard findings.isEmpty, skipped.count == 0, counted ?? 0 > 0 else { return }
    failure = "the report counts \(problems) and lists none"
  }
}
