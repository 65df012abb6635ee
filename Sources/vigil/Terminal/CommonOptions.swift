internal import ArgumentParser
internal import Findings
internal import Glibc

/// The moment a command runs at, as the command line or the clock says.
struct MomentOption: ParsableArguments {
  @Option(
    name: .customLong("now"),
    help: ArgumentHelp(
      "The moment, for a run that can be made again or is made up for.",
      discussion: "In ISO 8601, such as 2026-11-24T02:00:00Z; the clock's unless given.",
      valueName: "instant"
    )
  )
  var text: String?

  func validate() throws {
    if let text, Instant(iso8601: text) == nil {
      throw ValidationError("--now: \"\(text)\" is not a moment in ISO 8601")
    }
  }

  /// Whether it was asked for.
  var isFixed: Bool { text != nil }

  /// The moment.
  var moment: Instant {
    text.flatMap { Instant(iso8601: $0) } ?? Instant(seconds: Int64(time(nil)))
  }
}

/// Which history a command looks at.
struct HistoryOption: ParsableArguments {
  @Option(help: "The configuration that names the history.", completion: .file())
  var config = "vigil.yml"

  @Option(
    help: ArgumentHelp(
      "The history itself: a folder, or s3://bucket/prefix.",
      valueName: "where"
    ),
    completion: .directory
  )
  var history: String?

  @Option(
    help: ArgumentHelp(
      "What was known at that moment, instead of the latest run.",
      valueName: "instant"
    )
  )
  var asOf: String?

  func validate() throws {
    if let asOf, Self.moment(asOf) == nil {
      throw ValidationError("--as-of: \"\(asOf)\" is not a date or a moment in ISO 8601")
    }
  }

  /// The end of a date, or a moment.
  static func moment(_ text: String) -> Instant? {
    guard let moment = Instant(iso8601: text) else { return nil }
    return text.utf8.count == 10 ? Instant(seconds: moment.seconds + 86_399) : moment
  }

  /// The moment asked for.
  var asOfMoment: Instant? { asOf.flatMap(Self.moment) }
}
