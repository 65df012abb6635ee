/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
///
/// The core never asks for the time: a moment is always an argument.
public struct Instant: Sendable, Hashable {
  /// Seconds since the epoch, leap seconds not counted.
  public var seconds: Int64

  /// A moment by its seconds since the epoch.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The days between 1970-01-01 and this moment's date in UTC.
  public var day: Int { Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400) }
}

extension Instant: Comparable {
  /// Orders the earlier first.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 in UTC, such as `2026-11-24T02:00:00Z`.
  public var description: String {
    let time = Int(seconds - Int64(day) * 86_400)
    return "\(date)T\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))Z"
  }

  /// The date in UTC, such as `2026-11-24`.
  public var date: String {
    let (year, month, day) = civil
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count))
      + "\(digits)-\(two(month))-\(two(day))"
  }

  /// Year, month and day of the date in UTC (Howard Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms").
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension Instant {
  /// Midnight UTC at the start of a date, if the date exists.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...31).contains(day), (0...9999).contains(year) else {
      return nil
    }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(seconds: Int64(era * 146_097 + dayOfEra - 719_468) * 86_400)
    guard civil == (year, month, day) else { return nil }
  }

  /// Reads ISO 8601: a date, or date and time with `Z`, an offset, or none (then UTC); fractions of
  /// a second are dropped.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte) - 48
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let midnight = Instant(year: year, month: month, day: day)
    else { return nil }
    guard bytes.count > 10 else {
      self = midnight
      return
    }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let hour = number(11..<13), hour < 24, bytes.count >= 16, bytes[13] == UInt8(ascii: ":"),
      let minute = number(14..<16), minute < 60
    else { return nil }
    var index = 16
    var second = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      guard let value = number(17..<19), value <= 60 else { return nil }
      second = value
      index = 19
      if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
        index += 1
        while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
      }
    }
    guard let offset = Self.offset(bytes[index...]) else { return nil }
    let time = hour * 3600 + minute * 60 + second - offset
    self.init(seconds: midnight.seconds + Int64(time))
  }

  /// Seconds east of UTC for `Z`, `+hh:mm`, `+hhmm`, `+hh`, or nothing.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let sign = bytes.first else { return 0 }
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return bytes.count == 1 ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 2 || digits.count == 4,
      digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    let seconds = digits.count == 2 ? value * 3600 : value / 100 * 3600 + value % 100 * 60
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }
}
