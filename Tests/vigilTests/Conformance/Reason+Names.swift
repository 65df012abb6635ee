extension Reason {
  /// Why names that the reference lists may not be ours.
  static let listedNames = advisories + weaknesses + components + versions

  private static let advisories = [
    Reason(
      .advisories,
      "what the scanner calls resolved, fixed or closed is no finding",
      about: "aws_inspector2/aws_inspector2_many_vul.json",
      "snyk_issue_api/snyk_sca_scan_api_many_vuln.json",
      "veracode_sca/veracode_sca.csv",
      only: ["CVE-2021-3744", "CVE-2025-43859", "SNYK-PYTHON-H11-10293728", "CVE-2022-33980"]
    ),
    Reason(
      .advisories,
      "an issue's own number is no advisory's",
      about: "snyk_issue_api/snyk_code_scan_api_many_vuln.json",
      every: { $0.utf8.count == 36 }
    ),
    Reason(
      .advisories,
      "no list of advisories has such numbers",
      about: "github_vulnerability/github-1-vuln-repo-dependabot-link.json",
      "trivy/legacy_trivy_mix.json",
      only: ["TEST-1111-2222-3333", "0"]
    ),
    Reason(
      .advisories,
      "INFO rows are facts",
      about: "testssl",
      only: ["CVE-2016-0703", "CVE-2016-0800"]
    ),
    Reason(
      .advisories,
      "a check is known by the number it has in the report, such as KSV014",
      about: "trivy_operator",
      every: { $0.hasPrefix("AVD-K") }
    ),
  ]

  private static let weaknesses = [
    Reason(
      .weaknesses,
      "the report names none; the reference gives one to everything that the scanner finds",
      about: "aws_prowler",
      "aws_prowler_v3plus",
      "azure_security_center_recommendations",
      "clair",
      "dependency_check",
      "dependency_track",
      "detect_secrets",
      "ggshield",
      "gitleaks",
      "mend",
      "mobsf",
      "mobsf_scorecard",
      "noseyparker",
      "npm_audit",
      "php_symfony_security_check",
      "pip_audit",
      "scout_suite",
      "secretlint",
      "snyk",
      "ssl_labs",
      "talisman",
      "testssl",
      "trufflehog",
      "trufflehog3",
      "whispers",
      "yarn_audit",
      every: { constant.contains($0) }
    ),
    Reason(
      .weaknesses,
      "a second CWE- before the number is the reference's",
      every: { $0.hasPrefix("CWE-CWE-") }
    ),
    Reason(
      .weaknesses,
      "what the scanner calls resolved is no finding",
      about: "snyk_issue_api/snyk_sca_scan_api_many_vuln.json",
      only: ["CWE-444"]
    ),
  ]

  /// The numbers that the reference gives to everything of a scanner: misconfiguration, known
  /// vulnerability, hard-coded secret, weak cryptography, mobile.
  private static let constant: Set<String> = [
    "CWE-1032", "CWE-1035", "CWE-1395", "CWE-798", "CWE-310", "CWE-200", "CWE-919",
  ]

  private static let components = [
    Reason(
      .components,
      "a resource, an image, a host or an application is no package",
      about: "anchore_enterprise",
      "anchorectl_policies",
      "aws_prowler_v3plus",
      "awssecurityhub",
      "cfn_nag",
      "checkov",
      "cloudsploit",
      "kubelinter",
      "kubescape",
      "qualys_vmdr",
      "stackhawk",
      "terrascan",
      holds: { $0.reading.findings.allSatisfy { $0.package == nil } || $0.isAWS }
    ),
    Reason(
      .components,
      "the report names no package; the reference looks for one in names and texts",
      about: "appcheck_web_application_scanner",
      "nuclei",
      "semgrep_pro",
      "sonarqube",
      holds: { $0.reading.findings.allSatisfy { $0.package == nil } }
    ),
    Reason(
      .components,
      "epoch and release are not part of a package's name",
      about: "jfrog_xray_unified/dedupe_test.json",
      every: { $0.hasPrefix("7:") }
    ),
    Reason(
      .components,
      "the package that is installed counts, not the source package it was built from",
      about: "snyk/snykcontainer_issue_9270.json",
      only: ["gcc-10", "glibc"]
    ),
    Reason(
      .components,
      "what the scanner calls resolved, fixed or closed is no finding",
      about: "snyk_issue_api/snyk_sca_scan_api_many_vuln.json",
      "veracode_sca/veracode_sca.csv",
      only: ["h11", "commons-configuration2"]
    ),
    Reason(
      .components,
      "an entry that names no problem is skipped and counted",
      about: "trivy/legacy_trivy_mix.json",
      only: ["simplito/elliptic-php"]
    ),
    Reason(
      .components,
      "the packages it is used in are not part of a package's name",
      about: "twistlock",
      every: { $0.contains(" (used in ") || $0 == "..." }
    ),
    Reason(
      .components,
      "a library's name is its file's without the ending",
      about: "veracode/sca_findings_list_format.json",
      every: { $0.hasSuffix(".jar") }
    ),
    Reason(
      .components,
      "a package's name is what stands before its version; the reference cuts at the last hyphens",
      about: "checkmarx/sample_report.json",
      holds: { $0.missing[.components]?.count == 22 }
    ),
  ]

  private static let versions = [
    Reason(
      .versions,
      "what is no package has no version of one",
      about: "anchore_enterprise",
      "anchorectl_policies",
      "appcheck_web_application_scanner",
      "sonarqube",
      "stackhawk",
      holds: { $0.reading.findings.allSatisfy { $0.package == nil } }
    ),
    Reason(
      .versions,
      "a package's name is not as the reference writes it, its version is the same",
      about: "checkmarx/sample_report.json",
      "jfrog_xray_unified/dedupe_test.json",
      "snyk/snykcontainer_issue_9270.json",
      "snyk_issue_api/snyk_sca_scan_api_many_vuln.json",
      "twistlock",
      "veracode/sca_findings_list_format.json",
      "veracode_sca/veracode_sca.csv",
      holds: { comparison in
        comparison.missing[.versions, default: []].count
          >= comparison.missing[.components, default: []].count
          && comparison.missing[.components] != nil
      }
    ),
    Reason(
      .versions,
      "a version has its release; the reference leaves it out",
      about: "aws_inspector2",
      only: ["libxml2 2.9.1", "libxml2 2.9.4+dfsg1", "linux 4.19.118"]
    ),
    Reason(
      .versions,
      "the standard library's version is what the code was built with, which this report does not say",
      about: "govulncheck/many_vulns.json",
      only: ["stdlib v1.19.0"]
    ),
  ]
}

extension Comparison {
  /// Whether it is a report of AWS, whose resources the reference calls components.
  fileprivate var isAWS: Bool {
    missing[.components, default: []].allSatisfy { $0.hasPrefix("Aws") }
  }
}
