extension Corpus {
  /// The folders of scanners of packages, images and clouds, and by which reader they are read.
  static let packageFormats = [
    "anchore_engine": "anchore", "anchore_enterprise": "anchore-policies",
    "anchore_grype": "grype", "anchorectl_policies": "anchore-policies",
    "anchorectl_vulns": "anchore", "aqua": "aqua", "asff": "asff", "aws_inspector2": "inspector",
    "awssecurityhub": "asff", "azure_security_center_recommendations": "azure-recommendations",
    "cloudsploit": "cloudsploit", "dockerbench": "docker-bench", "scout_suite": "scoutsuite",
    "wiz": "wiz-issues", "mix_audit": "mix-audit", "nancy": "oss-index", "auditjs": "oss-index",
    "php_symfony_security_check": "symfony-security-check",
    "bundler_audit": "bundler-audit",
    "cargo_audit": "cargo-audit", "clair": "clair", "composer_audit": "composer-audit",
    "dependency_check": "dependency-check", "dependency_track": "dependency-track",
    "govulncheck": "govulncheck", "harbor_vulnerability": "harbor",
    "jfrog_xray_api_summary_artifact": "xray", "jfrog_xray_on_demand_binary_scan": "xray",
    "jfrog_xray_unified": "xray", "jfrogxray": "xray", "mend": "mend", "neuvector": "neuvector",
    "neuvector_compliance": "neuvector-compliance", "openvex": "openvex",
    "osv_scanner": "osv-scanner", "pip_audit": "pip-audit", "pnpm_audit": "npm-audit",
    "snyk": "snyk", "snyk_issue_api": "snyk-issues", "sysdig_cli": "sysdig",
    "sysdig_reports": "sysdig", "twistlock": "twistlock", "veracode_sca": "veracode-sca",
    "wizcli_dir": "wiz-cli", "wizcli_img": "wiz-cli",
    "github_vulnerability/github-0-vuln.json": "dependabot",
    "github_vulnerability/github-1-vuln-repo-dependabot-link.json": "dependabot",
    "github_vulnerability/github_search2.json": "dependabot",
    "github_vulnerability/github_search3.json": "dependabot",
    "yarn_audit/issue_6495.json": "npm-audit",
    "yarn_audit/issue_6495_multi_cwe_fabricated.json": "npm-audit",
    "yarn_audit/yarn_audit_many_vul.json": "yarn-audit",
    "yarn_audit/yarn_audit_multiple_cwes.json": "yarn-audit",
  ]

  /// Of these formats those that the corpus has no report of.
  static let packageFormatsWithoutReports: Set<String> = [
    "csaf", "ocsf", "safety", "security-command-center", "snyk-iac", "sysdig-cli",
  ]
}
