import Findings
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("2026-11-24T02:00:00Z", "2026-11-24T02:00:00Z"),
    ("2026-11-24", "2026-11-24T00:00:00Z"),
    ("2026-11-24T02:00:00.123456+01:00", "2026-11-24T01:00:00Z"),
    ("2026-11-24T02:00:00-0530", "2026-11-24T07:30:00Z"),
    ("2026-11-24 02:00:00", "2026-11-24T02:00:00Z"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
    ("2024-02-29T12:30Z", "2024-02-29T12:30:00Z"),
  ])
  func readsAndWritesISO8601(text: String, expected: String) throws {
    #expect(try #require(Instant(iso8601: text)).description == expected)
  }

  @Test(arguments: [
    "", "2026", "2026-13-01", "2026-02-29", "2026-11-24T25:00:00Z", "2026-11-24Tnoon",
    "2026-11-24T02:00:00+1", "yesterday",
  ])
  func refusesWhatIsNoMoment(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test func everyDayOfFourCenturiesHasOneDate() throws {
    for day in -73_000..<73_000 {
      let instant = Instant(seconds: Int64(day) * 86_400)
      let (year, month, date) = instant.civil
      #expect(Instant(year: year, month: month, day: date) == instant)
    }
  }
}
