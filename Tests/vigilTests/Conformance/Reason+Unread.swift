extension Reason {
  /// Why a report may be read by nobody.
  static let unread = [
    Reason(
      .recognition,
      "an empty file proves no scan",
      about: "nuclei/empty.jsonl",
      "nuclei/no_findings.json",
      holds: { $0.reading.reason == "the file is empty" }
    ),
    Reason(
      .recognition,
      "a file that ends within its header proves no scan",
      about: "testssl/defectdojo_no_vuln.csv",
      "wiz/no_findings.csv",
      holds: { $0.reading.reason == "line 1: the file ends within its header" }
    ),
    Reason(
      .recognition,
      "a web page",
      about: "burp_suite_dast/many_vulns.html",
      "sonarqube",
      holds: { $0.report.path.hasSuffix(".html") }
    ),
    Reason(
      .recognition,
      "an archive",
      about: "fortify",
      "sonarqube/findings_over_api.zip",
      holds: { $0.reading.reason == "a zip archive, not a report" }
    ),
    Reason(
      .recognition,
      "a list of findings for the reference itself, which no scanner writes",
      about: "generic",
      holds: { _ in true }
    ),
    Reason(
      .recognition,
      "a scanner out of scope",
      holds: { !$0.report.isInScope }
    ),
  ]
}
