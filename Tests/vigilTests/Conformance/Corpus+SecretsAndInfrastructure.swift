extension Corpus {
  /// Scanners of secrets, of infrastructure as code and of clusters.
  static let infrastructureFormats = [
    "cfn_lint": "cfn-lint", "cfn_nag": "cfn-nag", "conftest": "conftest",
    "detect_secrets": "detect-secrets", "dockle": "dockle", "ggshield": "ggshield",
    "github_secrets_detection_report": "github-secret-scanning", "hadolint": "hadolint",
    "kics": "kics", "kubehunter": "kube-hunter", "kubelinter": "kube-linter",
    "kubescape": "kubescape", "noseyparker": "noseyparker", "popeye": "popeye",
    "secretlint": "secretlint", "talisman": "talisman", "terrascan": "terrascan", "tfsec": "tfsec",
    "trufflehog": "trufflehog", "trufflehog3": "trufflehog3", "whispers": "whispers",
    "wizcli_iac": "wizcli-iac",
  ]

  /// Formats of which the corpus has no report.
  static let infrastructureFormatsWithoutReports: Set<String> = [
    "ansible-lint", "checkstyle", "code-climate", "junit", "kingfisher", "kube-score", "shellcheck",
    "zizmor",
  ]
}
