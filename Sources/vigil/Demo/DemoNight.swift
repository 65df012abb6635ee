internal import Dashboards
internal import Findings
internal import Templates

/// What one night's pipelines of the sample projects left.
struct DemoNight {
  /// When Vigil runs.
  let moment: Instant
  /// What was uploaded, by key.
  private(set) var uploads: [(key: String, bytes: [UInt8])] = []
  /// The keys that are gone.
  private(set) var removed: [String] = []

  /// When the pipelines upload, in seconds before the run.
  private static let lead: Int64 = 3_600

  /// When the pipelines uploaded.
  var uploaded: Instant { Instant(seconds: moment.seconds - Self.lead) }

  /// All nights, oldest first.
  static let all: [DemoNight] = {
    var nights: [String: DemoNight] = [:]
    for (name, bytes) in Assets.files.sorted(by: { $0.key < $1.key }) {
      let parts = name.split(separator: "/", maxSplits: 2)
      guard parts.count == 3, parts[0] == "nights",
        let date = Instant(iso8601: String(parts[1]))
      else { continue }
      let moment = Instant(seconds: date.seconds + 2 * 3_600)
      var night = nights[date.date] ?? DemoNight(moment: moment)
      night.add(String(parts[2]), bytes)
      nights[date.date] = night
    }
    return nights.values.sorted { $0.moment < $1.moment }
  }()

  private init(moment: Instant) {
    self.moment = moment
  }

  private mutating func add(_ key: String, _ bytes: [UInt8]) {
    if key == "removed.txt" {
      removed = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    } else {
      uploads.append((key, bytes))
    }
  }
}
