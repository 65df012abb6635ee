internal import Syntax

/// What reads a report: a reader of the program's own, or a mapping of the user's.
public enum Interpreter: Sendable {
  /// A format that the program knows.
  case reader(any ReportReader.Type)
  /// A format that the configuration describes.
  case mapping(ReportMapping)

  /// What people need to know of the format.
  public var format: ReportFormat {
    switch self {
    case .reader(let reader): reader.format
    case .mapping(let mapping): mapping.format
    }
  }

  /// What it says of a report that it recognises, exact repeats counted as occurrences.
  public func read(_ report: Report) throws(ReadError) -> Reading {
    var reading: Reading
    switch self {
    case .reader(let reader): reading = try reader.read(report)
    case .mapping(let mapping): reading = try mapping.read(report)
    }
    if report.csv?.endsInHeader == true { reading.gaps.append("the file ends within its header") }
    reading.countRepeats()
    return reading
  }
}
