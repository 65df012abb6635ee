extension Reason {
  /// Reasons about what people and scripts write, and about scanners beyond the scope.
  static let others = [
    Reason(
      .findings,
      "what is mitigated is no finding",
      exactly: [
        "generic/generic_report3.json": "2 found, reference 4",
        "generic/test_import_report1.json": "1 found, reference 4",
        "generic/test_import_report2.json": "1 found, reference 4",
      ]
    ),
    Reason(
      .records,
      "what is mitigated is no finding",
      exactly: [
        "generic/generic_report3.json": "2 found, 4 records",
        "generic/test_import_report1.json": "1 found, 4 records",
        "generic/test_import_report2.json": "1 found, 4 records",
      ]
    ),
    Reason(
      .severities,
      "what is mitigated is no finding",
      exactly: [
        "generic/generic_report3.json": "1 critical 1 medium, reference 3 critical 1 medium",
        "generic/test_import_report1.json": "1 critical, reference 4 critical",
        "generic/test_import_report2.json": "1 critical, reference 4 critical",
      ]
    ),
    Reason(
      .paths,
      "what is mitigated is no finding",
      about: "generic/generic_report3.json",
      only: ["src/threeeeeeeeee.cpp"]
    ),
    Reason(
      .lines,
      "what is mitigated is no finding",
      about: "generic/generic_report3.json",
      only: ["src/threeeeeeeeee.cpp:1353"]
    ),
    Reason(
      .advisories,
      "what is mitigated is no finding",
      about: "generic/generic_report3.json",
      only: ["CVE-2020-36236"]
    ),
    Reason(
      .outcome,
      "a header without the end of its line may be cut off",
      exactly: [
        "testssl/defectdojo_no_vuln.csv":
          "failed: nothing was tested; the file ends within its header",
        "wiz/no_findings.csv": "partial: the file ends within its header",
      ]
    ),
    Reason(
      .findings,
      "a vulnerability that is listed twice counts twice; the reference merges",
      exactly: ["auditjs/auditjs_many_vul.json": "15 found, reference 14"]
    ),
    Reason(
      .severities,
      "a vulnerability that is listed twice counts twice; the reference merges",
      exactly: [
        "auditjs/auditjs_many_vul.json":
          "5 high 7 medium 1 low 2 info, reference 5 high 6 medium 1 low 2 info"
      ]
    ),
    Reason(
      .versions,
      "a version is as the lock file has it, with its v",
      about: "php_symfony_security_check",
      holds: { comparison in
        comparison.reading.findings.allSatisfy { $0.version?.hasPrefix("v") == true }
      }
    ),
    Reason(
      .severities,
      "SonarQube's critical is below its blocker: high; the reference takes the word",
      exactly: [
        "sonarqube/findings_over_api.zip":
          "1 high 2 medium 3 low, reference 1 critical 2 medium 3 low"
      ]
    ),
    Reason(
      .findings,
      "every cop's offenses count; the reference reads the department Security alone",
      exactly: ["rubocop/one_finding.json": "324 found, reference 1"]
    ),
    Reason(
      .severities,
      "convention is info; the reference says medium of every offense of the department Security",
      exactly: [
        "rubocop/many_vulns.json": "7 info, reference 7 medium",
        "rubocop/one_finding.json": "9 medium 315 info, reference 1 medium",
      ]
    ),
  ]
}
