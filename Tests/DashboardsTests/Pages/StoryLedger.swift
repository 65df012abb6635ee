import Dashboards
import Findings
import Reconciliation

/// Two projects over twelve nights: new, fixed, moved, reopened, a scanner that failed, one that
/// went missing.
enum StoryLedger {
  static let start = Instant(seconds: 1_794_448_800)
  static let nights = 12

  /// What holds after the last night, or an earlier one.
  static func make(nights: Int = nights) -> Ledger {
    var shop: ProjectLedger?
    var infra: ProjectLedger?
    var runs: [Instant] = []
    for night in 0..<nights {
      let moment = Instant(seconds: start.seconds + Int64(night) * 86_400)
      let snapshot = { (ledger: ProjectLedger?) in
        ledger.map { ProjectSnapshot(moment: runs.last ?? moment, tool: "0.1.0", ledger: $0) }
      }
      shop = reconcile(Self.shop(night, moment), with: snapshot(shop), at: moment)
      infra = reconcile(Self.infra(night, moment), with: snapshot(infra), at: moment)
      runs.append(moment)
    }
    return Ledger(
      moment: runs.last ?? start,
      previous: runs.dropLast().last,
      runs: runs,
      projects: [infra, shop].compactMap { $0 },
      snapshot: String(repeating: "3f9a", count: 16)
    )
  }

  private static func shop(_ night: Int, _ moment: Instant) -> ProjectReadings {
    let project = StoryProject(name: "shop", night: night, moment: moment)
    var scans = [
      project.scan(.sast, "semgrep", StoryFindings.semgrep(night)),
      project.scan(
        .dependency,
        "trivy",
        StoryFindings.packages(night),
        target: "package-lock.json"
      ),
      project.scan(
        .container,
        "trivy",
        StoryFindings.image(night),
        target: "registry.example/shop/web"
      ),
    ]
    if night == nights - 1 {
      scans[2] = project.failed(.container, "trivy", target: "registry.example/shop/web")
    }
    if night < 8 { scans.append(project.scan(.dast, "zap", StoryFindings.zap(night))) }
    scans.append(project.scan(.secrets, "gitleaks", StoryFindings.secrets(night)))
    return ProjectReadings(project: "shop", scans: scans)
  }

  private static func infra(_ night: Int, _ moment: Instant) -> ProjectReadings {
    let project = StoryProject(name: "infra", night: night, moment: moment)
    return ProjectReadings(
      project: "infra",
      scans: [
        project.scan(.iac, "checkov", StoryFindings.checkov(night)),
        project.scan(.cloud, "prowler", StoryFindings.prowler(night), isAudit: true),
      ]
    )
  }
}

/// The scans of one project on one night.
struct StoryProject {
  let name: String
  let night: Int
  let moment: Instant

  func scan(
    _ category: Findings.Category,
    _ scanner: String,
    _ findings: [Finding],
    target: String = "",
    isAudit: Bool = false
  ) -> StreamReading {
    var scan = Scan(stream: stream(category, scanner, target), outcome: .complete)
    let observed = Instant(seconds: moment.seconds - 3_600)
    scan.artifacts = [
      Artifact(
        key: "\(name)/\(category.rawValue)/\(scanner)/\(moment.date)/report.json",
        size: 2_048 + findings.count * 731,
        version: "\"\(night)\"",
        modified: observed,
        sha256: String(repeating: "5c\(10 + night)", count: 16)
      )
    ]
    scan.reader = scanner
    scan.scannerVersion = "1.\(night / 6).0"
    scan.findings = findings.count
    scan.observedAt = observed
    if isAudit { scan.checks = Checks(passed: 212, manual: 9, muted: 3) }
    return StreamReading(scan: scan, findings: findings)
  }

  func failed(
    _ category: Findings.Category,
    _ scanner: String,
    target: String
  ) -> StreamReading {
    var reading = scan(category, scanner, [], target: target)
    reading.scan.outcome = .failed
    reading.scan.reason = "the report is cut off after 2,048 bytes"
    return reading
  }

  private func stream(
    _ category: Findings.Category,
    _ scanner: String,
    _ target: String
  ) -> Stream {
    Stream(project: name, category: category, scanner: scanner, target: target)
  }
}
