import Findings

extension Reason {
  /// Why scanners of secrets, of infrastructure as code and of clusters may differ.
  static let secretsAndInfrastructure = [
    Reason(
      .findings,
      "one finding a control of a resource; the reference makes one of each failed rule of it",
      exactly: [
        "kubescape/many_findings.json":
          "289 found, reference 349"
      ]
    ),
    Reason(
      .records,
      "a control that several rules fail is one finding",
      exactly: [
        "kubescape/many_findings.json":
          "289 found, 349 records"
      ]
    ),
    Reason(
      .severities,
      "a control's score factor counts, as Kubescape itself ranks it; the reference takes its score",
      exactly: [
        "kubescape/many_findings.json":
          "34 high 197 medium 58 low, reference 80 high 124 medium 145 low"
      ]
    ),
    Reason(
      .severities,
      "an active secret is critical, any other high; the reference makes resolved alerts info",
      about: "github_secrets_detection_report",
      holds: { comparison in
        let resolved = comparison.reading.findings.count { $0.isSuppressed }
        return comparison.report.bySeverity[.info] == resolved
          && comparison.bySeverity.keys.allSatisfy { $0 == .critical || $0 == .high }
      }
    ),
    Reason(
      .severities,
      "a warning is medium, as everywhere; the reference says high",
      about: "hadolint",
      holds: { $0.moves(.medium, to: .high) }
    ),
    Reason(
      .severities,
      "a warning is medium, as everywhere; the reference says low",
      about: "popeye",
      holds: { $0.moves(.medium, to: .low) }
    ),
    Reason(
      .severities,
      "KubeLinter has no severities: unknown; the reference says medium",
      about: "kubelinter",
      holds: { $0.moves(.unknown, to: .medium) }
    ),
    Reason(
      .severities,
      "truffleHog 2 has no severities: a secret is high; the reference makes some reasons' medium",
      about: "trufflehog3/many_vulns2_legacy.json",
      holds: { $0.bySeverity == [.high: $0.occurrences] }
    ),
    Reason(
      .severities,
      "the scanner's own word counts, critical; the reference says high of every secret",
      about: "whispers",
      holds: { comparison in
        comparison.moves(.critical, to: .high)
          && comparison.reading.findings.allSatisfy { $0.scannerSeverity == "CRITICAL" }
      }
    ),
    Reason(
      .outcome,
      "sections count an error and list none: their objects could not be listed",
      about: "popeye/popeye_many_vul.json",
      holds: { comparison in
        comparison.reading.reason
          == ["clusterroles", "namespaces", "podsecuritypolicies"]
          .map { "could not be listed: \($0)" }.joined(separator: "; ")
      }
    ),
    Reason(
      .outcome,
      "an empty object says nothing of any scan",
      about: "noseyparker/noseyparker_zero_vul.jsonl",
      holds: { $0.reading.outcome == "failed" && $0.occurrences == 0 }
    ),
  ]
}
