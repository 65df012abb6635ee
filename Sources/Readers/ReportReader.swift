/// Turns one format of scanner reports into findings.
///
/// A reader is a pure function with a name: it sees bytes, never network, clock or disk. It says
/// what the report says: one finding a problem at a place, none merged or dropped in silence.
public protocol ReportReader: Sendable {
  /// The format's name and what people need to know of it.
  static var format: ReportFormat { get }

  /// Whether the report is in this format, told by its content first and its name second.
  ///
  /// Exactly one reader says yes to any report.
  static func recognises(_ report: Report) -> Bool

  /// The findings, what was set aside, and what the scan says of itself.
  ///
  /// Throws when nothing can be concluded from the report: the scan has then failed.
  static func read(_ report: Report) throws(ReadError) -> Reading
}
