import Findings
import Syntax

/// What the program says of one report: a scan and its findings, as `vigil inspect --format json`
/// writes them.
struct ProgramReading: Sendable {
  /// A finding, as far as it is compared.
  struct Finding: Sendable {
    let rule: String
    let severity: Severity
    let scannerSeverity: String?
    let identifiers: Set<String>
    /// A path, resource, image or URL: whatever says where it is.
    let places: [String]
    let line: Int?
    let package: String?
    let version: String?
    let isSuppressed: Bool
    let occurrences: Int
  }

  /// The file, as the program names it.
  let artifact: String
  /// The reader's name; nil if none recognised the report.
  let reader: String?
  let outcome: String
  let reason: String
  let skipped: Int
  let passed: Int
  let manual: Int
  let muted: Int
  private(set) var findings: [Finding] = []

  /// What stands in the lines of several reports, in their order.
  static func readings(in lines: [JSON]) -> [ProgramReading] {
    var readings: [ProgramReading] = []
    for line in lines {
      if line["outcome"].string != nil {
        readings.append(ProgramReading(scan: line))
      } else if !readings.isEmpty {
        readings[readings.count - 1].findings.append(Finding(line))
      }
    }
    return readings
  }

  private init(scan: JSON) {
    artifact = scan["artifact"].string ?? ""
    reader = scan["reader"].string
    outcome = scan["outcome"].string ?? ""
    reason = scan["reason"].string ?? ""
    skipped = scan["skipped"].int ?? 0
    passed = scan["checksPassed"].int ?? 0
    manual = scan["checksManual"].int ?? 0
    muted = scan["checksMuted"].int ?? 0
  }
}

extension ProgramReading.Finding {
  init(_ line: JSON) {
    let location = line["location"]
    rule = line["rule"]["id"].string ?? ""
    severity = Severity(rawValue: line["severity"].string ?? "") ?? .unknown
    scannerSeverity = line["scannerSeverity"].string
    identifiers = Set(line["identifiers"].strings)
    places = ["path", "resource", "logical", "image", "url"].compactMap { location[$0].string }
    self.line = location["line"].int
    package = location["package"].string
    version = location["version"].string
    isSuppressed = line["suppression"].isObject
    occurrences = line["occurrences"].int ?? 1
  }
}
