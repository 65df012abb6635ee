public import Findings
internal import Syntax

/// The lines of `vigil inspect --format json`: one JSON object a line, a scan and then its findings,
/// with the members they have in report.json.
///
/// A scan is told from a finding by its `outcome`.
public struct InspectionExport: Sendable {
  private var writer = JSONWriter()
  private var moments = MomentTexts()

  /// An export with no lines yet.
  public init() {}

  /// Adds a scan's line.
  public mutating func add(_ scan: Scan) {
    writer.object(scan, moments: &moments)
    writer.endLine()
  }

  /// Adds a finding's line.
  public mutating func add(_ finding: Finding, in stream: Stream) {
    writer.object(finding, in: stream)
    writer.endLine()
  }

  /// Gives away the lines added so far.
  public mutating func take() -> [UInt8] { writer.take() }
}
