extension Corpus {
  /// The folders or files of the corpus whose every report is read, and by which reader: code
  /// scanners.
  static let codeFormats = [
    "bearer_cli": "bearer", "brakeman": "brakeman", "checkmarx": "checkmarx-one",
    "checkmarx/many_aggregated_findings.xml": "checkmarx",
    "checkmarx/multiple_findings_same_sourceFilename_different_sinkFilename.xml": "checkmarx",
    "checkmarx/no_finding.xml": "checkmarx", "checkmarx/single_no_filename.xml": "checkmarx",
    "checkmarx/two_aggregated_findings_one_is_false_positive.xml": "checkmarx",
    "checkmarx/utf8_various_non_ascii_char.xml": "checkmarx",
    "checkmarx_cxflow_sast": "checkmarx-cxflow", "checkmarx_one": "checkmarx-one",
    "codechecker": "codechecker", "coverity_api": "coverity", "coverity_scan": "coverity",
    "cppcheck": "sarif", "devskim": "sarif", "eslint": "eslint", "flawfinder": "sarif",
    "fortify": "fortify-fpr", "fortify/issue6082.xml": "fortify",
    "generic": "defectdojo", "infer": "infer", "rubocop": "rubocop",
    "fortify/webinspect_4_2_many_findings.xml": "webinspect",
    "github_sast": "github-code-scanning", "gosec": "gosec", "horusec": "horusec",
    "mayhem": "sarif", "microfocus_webinspect": "webinspect",
    "mobsf": "mobsf", "mobsf/many_findings.json": "mobsfscan",
    "mobsf/no_findings.json": "mobsfscan",
    "mobsf/report2.json": "qark", "mobsf_scorecard": "mobsf", "qark": "qark",
    "njsscan": "njsscan", "snyk_code": "sarif", "sonarqube": "sonarqube", "spotbugs": "spotbugs",
    "veracode": "veracode",
  ]

  /// Formats of which the corpus has no report.
  static let codeFormatsWithoutReports: Set<String> = ["cppcheck", "flawfinder", "probely"]
}
