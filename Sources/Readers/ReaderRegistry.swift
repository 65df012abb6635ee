/// Every report format that can be read, in alphabetical order.
public let readers: [any ReportReader.Type] = [
  Gitleaks.self,
  SARIF.self,
  Trivy.self,
]
