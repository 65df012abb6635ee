/// Every report format that can be read, in alphabetical order.
public let readers: [any ReportReader.Type] = [
  Bandit.self,
  Checkov.self,
  CycloneDX.self,
  GitLab.self,
  Gitleaks.self,
  KubeBench.self,
  NPMAudit.self,
  Prowler.self,
  SARIF.self,
  Semgrep.self,
  Trivy.self,
  TrivyOperator.self,
  ZAP.self,
]
