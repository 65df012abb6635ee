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
      "a web page",
      about: "burp_suite_dast/many_vulns.html",
      "sonarqube",
      holds: { $0.report.path.hasSuffix(".html") }
    ),
    Reason(
      .recognition,
      "a quote is never closed: the file is broken",
      about: "generic/generic_report_kev_cvssv4.csv",
      holds: { $0.reading.reason == "line 2: a quoted field is never closed" }
    ),
    Reason(
      .recognition,
      "a scanner out of scope",
      holds: { !$0.report.isInScope }
    ),
  ]
}
