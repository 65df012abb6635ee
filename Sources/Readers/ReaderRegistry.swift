/// Every report format that can be read, in alphabetical order.
public let readers: [any ReportReader.Type] = [
  Bandit.self,
  Gitleaks.self,
  SARIF.self,
  Semgrep.self,
  Trivy.self,
]
