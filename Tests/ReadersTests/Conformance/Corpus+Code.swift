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
    "fortify/issue6082.xml": "fortify",
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
  static let formatsWithoutReports: Set<String> = ["cppcheck", "flawfinder", "probely"]

  /// Reports that are not read, and why.
  static let unread = [
    "fortify/fortify_dedupe_uid_repro_scan1.fpr": "an archive",
    "fortify/fortify_dedupe_uid_repro_scan2.fpr": "an archive",
    "fortify/hello_world_no_metainfo.fpr": "an archive",
    "nuclei/empty.jsonl": "an empty file proves no scan",
    "nuclei/no_findings.json": "an empty file proves no scan",
    "testssl/defectdojo_no_vuln.csv": "a file that ends within its header proves no scan",
    "sonarqube/findings_over_api.zip": "an archive",
    "sonarqube/sonar-4-findings-3-to-aggregate.html": "a web page",
    "sonarqube/sonar-6-findings-1-unique_id_changed.html": "a web page",
    "sonarqube/sonar-single-finding.html": "a web page",
    "sonarqube/sonar-table-in-table-with-whitespace.html": "a web page",
    "sonarqube/sonar-table-in-table.html": "a web page",
  ]
}
