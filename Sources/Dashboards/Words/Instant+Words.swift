internal import Findings

extension Instant {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The date in UTC as a sentence has it, such as `22 Nov`.
  var dayAndMonth: String { "\(civil.day) \(Self.months[civil.month - 1])" }

  /// The date in UTC, such as `22 Nov 2026`.
  var dateInWords: String { "\(dayAndMonth) \(civil.year)" }

  /// Date and time in UTC, such as `22 Nov 2026, 02:00 UTC`.
  var inWords: String { "\(dateInWords), \(description.dropFirst(11).prefix(5)) UTC" }

  /// The moment as a file's name, such as `20261122T020000Z`.
  var fileName: String { description.filter { $0 != "-" && $0 != ":" } }

  /// The days from an earlier moment's date to this one's.
  func days(since earlier: Instant) -> Int { max(0, day - earlier.day) }
}
