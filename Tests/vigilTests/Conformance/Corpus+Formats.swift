extension Corpus {
  /// The folders or files of the corpus whose reports are read, and by which reader.
  private static let formats = general.merging(infrastructureFormats) { first, _ in first }
    .merging(packageFormats) { first, _ in first }
    .merging(codeFormats) { first, _ in first }
    .merging(dynamicFormats) { first, _ in first }

  private static let general = [
    "aws_prowler": "prowler", "aws_prowler_v3plus": "prowler", "bandit": "bandit",
    "checkov": "checkov", "cyclonedx": "cyclonedx", "gitlab_api_fuzzing": "gitlab",
    "gitlab_container_scan": "gitlab", "gitlab_dast": "gitlab", "gitlab_dep_scan": "gitlab",
    "gitlab_sast": "gitlab", "gitlab_secret_detection_report": "gitlab", "gitleaks": "gitleaks",
    "kubebench": "kube-bench", "npm_audit": "npm-audit", "npm_audit_7_plus": "npm-audit",
    "prowler": "prowler", "sarif": "sarif", "semgrep": "semgrep", "semgrep_pro": "semgrep",
    "trivy": "trivy", "trivy_operator": "trivy-operator", "zap": "zap",
  ]

  /// The formats that the corpus has no report of.
  static let formatsWithoutReports =
    codeFormatsWithoutReports
    .union(packageFormatsWithoutReports).union(infrastructureFormatsWithoutReports)

  /// The format that must read a report: that of its file, if it is told, else that of its folder;
  /// nil if none is told.
  static func format(of report: CorpusReport) -> String? {
    formats[report.path] ?? formats[report.tool]
  }
}
