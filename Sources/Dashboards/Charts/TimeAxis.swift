internal import Findings

/// Real time from left to right: equal distances are equal times.
struct TimeAxis: Sendable, Hashable {
  /// A date and where it stands, from 0 at the left to 1 at the right.
  struct Tick: Sendable, Hashable {
    let position: Double
    let label: String
  }

  let start: Instant
  let end: Instant

  /// From the first moment's midnight to the midnight after the last, which is seen for at least
  /// half a day.
  init(from first: Instant, to last: Instant) {
    let last = max(first, last)
    start = Instant(seconds: Int64(first.day) * 86_400)
    end = Instant(seconds: max(Int64(last.day + 1) * 86_400, last.seconds + 43_200))
  }

  /// Where a moment stands, 0 to 1.
  func position(_ moment: Instant) -> Double {
    let share = Double(moment.seconds - start.seconds) / Double(end.seconds - start.seconds)
    return min(max(share, 0), 1)
  }

  /// At most five or six dates at equal distances: days, Mondays, firsts of months.
  var ticks: [Tick] {
    let days = start.day...end.day
    if let step = [1, 2, 3, 5, 7, 14].first(where: { (days.count - 1) / $0 < 5 }) {
      let offset = step < 7 ? 0 : 4  // 1970-01-05 was a Monday.
      return days.filter { ($0 - offset).isMultiple(of: step) }
        .map { day in tick(Instant(seconds: Int64(day) * 86_400), withYear: false) }
    }
    let months = max(1, days.count / 30)
    let step = [1, 3, 6, 12, 24, 60, 120].first { months / $0 < 5 } ?? 600
    let first = start.civil.year * 12 + start.civil.month - 1
    return (first...(first + months + 1)).filter { $0.isMultiple(of: step) }
      .compactMap { month in Instant(year: month / 12, month: month % 12 + 1, day: 1) }
      .filter { $0 >= start && $0 <= end }
      .map { tick($0, withYear: days.count > 300) }
  }

  private func tick(_ moment: Instant, withYear: Bool) -> Tick {
    Tick(position: position(moment), label: Self.label(moment, withYear: withYear))
  }

  /// A date in words: `24 Nov`, or `Nov 2026` where years matter more than days.
  static func label(_ moment: Instant, withYear: Bool = false) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (year, month, day) = moment.civil
    return withYear ? "\(names[month - 1]) \(year)" : "\(day) \(names[month - 1])"
  }
}
