internal import Findings

/// What kind of scanning a tool does, where neither the layout nor the report says.
enum ScannerCategories {
  /// The tool's name as streams spell it: lower case, editions of one tool as one.
  static func canonical(_ name: String) -> String {
    let word = MarkdownText.line(name, limit: 100).lowercased()
    return switch word {
    case "semgrep oss", "semgrep pro", "semgrep ce": "semgrep"
    case "owasp zap", "zaproxy", "zap by checkmarx": "zap"
    case "snyk open source", "snyk container", "snyk iac", "snykcode", "snyk code":
      word == "snykcode" ? "snyk code" : word
    default: word
    }
  }

  /// The category of a tool by its canonical name; static analysis if it is not known.
  static func category(of scanner: String) -> Category { known[scanner] ?? .sast }

  private static let known: [String: Category] = [
    "gitleaks": .secrets, "trufflehog": .secrets, "detect-secrets": .secrets,
    "noseyparker": .secrets, "nosey parker": .secrets, "ggshield": .secrets,
    "gitguardian": .secrets, "secretlint": .secrets, "whispers": .secrets, "talisman": .secrets,
    "kingfisher": .secrets, "betterleaks": .secrets, "titus": .secrets,
    "checkov": .iac, "tfsec": .iac, "terrascan": .iac, "kics": .iac, "cfn-lint": .iac,
    "cfn_nag": .iac, "cfn-nag": .iac, "hadolint": .iac, "kube-linter": .iac, "kubelinter": .iac,
    "kubesec": .iac, "ansible-lint": .iac, "tflint": .iac, "snyk iac": .iac, "conftest": .iac,
    "kube-score": .iac, "regula": .iac, "templateanalyzer": .iac, "ansible lint": .iac,
    "datree": .iac,
    "trivy": .container, "grype": .container, "dockle": .container, "clair": .container,
    "anchore": .container, "snyk container": .container, "docker scout": .container,
    "osv-scanner": .dependency, "dependency-check": .dependency, "pip-audit": .dependency,
    "npm audit": .dependency, "snyk open source": .dependency, "govulncheck": .dependency,
    "cargo-audit": .dependency, "retire.js": .dependency, "bundler-audit": .dependency,
    "zap": .dast, "stackhawk": .dast, "nuclei": .dast, "wapiti": .dast, "nikto": .dast,
    "mayhem for api": .dast, "burp": .dast, "dastardly": .dast, "schemathesis": .dast,
    "kubescape": .kubernetes, "kube-bench": .kubernetes, "popeye": .kubernetes,
    "prowler": .cloud, "scoutsuite": .cloud, "cloudsploit": .cloud,
  ]
}
