extension Reason {
  /// Why places that the reference lists may not be ours.
  static let listedPlaces = paths + lines

  private static let paths = [
    Reason(.paths, "None is no path", about: "anchore_engine", "anchorectl_vulns", only: ["None"]),
    Reason(
      .paths,
      "an image's package database is no path",
      about: "anchore_engine/many_vulns_2.4.1.json",
      only: ["pkgdb"]
    ),
    Reason(
      .paths,
      "a gate's trigger is in the image; the reference looks for paths in its text",
      about: "anchorectl_policies/new_format_many_violations.json",
      only: ["/usr/local/bin/testbinary"]
    ),
    Reason(
      .paths,
      "N/A is no path",
      about: "aws_inspector2/aws_inspector2_package_vuln_metadata_multi_cwe_fabricated.json",
      only: ["N/AN/A"]
    ),
    Reason(
      .paths,
      "a chain of dependencies is no path",
      about: "npm_audit",
      "yarn_audit",
      "snyk",
      every: { $0.contains(">") || $0 == "handlebars" }
    ),
    Reason(
      .paths,
      "a package's URL or number is no path",
      about: "auditjs",
      "dependency_track",
      "jfrogxray",
      every: { $0.hasPrefix("pkg:") || $0.contains("://") }
    ),
    Reason(
      .paths,
      "a package's name is no path",
      about: "snyk_issue_api/snyk_sca_scan_api_many_vuln.json",
      only: ["h11", "pillow", "setuptools"]
    ),
    Reason(
      .paths,
      "of several paths in one text the first is the place",
      about: "mend/cli_generated_many_vulns.json",
      every: { $0.contains(", /") }
    ),
    Reason(
      .paths,
      "a dependency shaded into a file is in that file",
      about: "dependency_check/PR6439.xml",
      every: { $0.contains(" (shaded: ") }
    ),
    Reason(
      .paths,
      "an image's name is its place, without the system found in it",
      about: "trivy",
      "trivy_operator",
      every: { $0.hasSuffix(" (debian 10.4)") || $0.hasSuffix(" (ubuntu 20.04)") }
    ),
    Reason(
      .paths,
      "the resource's kind and name count, not the target's",
      about: "trivy/issue_10991.json",
      only: ["Deployment/httpbin"]
    ),
    Reason(
      .paths,
      "what looks like an access key is masked, wherever it stands",
      about: "scout_suite/new2.js",
      every: { $0.hasPrefix("iam.users.AIDA") }
    ),
    Reason(
      .paths,
      "a path in an export is cut at 300 characters",
      about: "checkmarx/utf8_various_non_ascii_char.xml",
      every: { $0.utf8.count > 300 }
    ),
    Reason(
      .paths,
      "the place is where the data enters; the reference says where they are used",
      exactly: [
        "checkmarx/multiple_findings_same_sourceFilename_different_sinkFilename.xml":
          "1 of 2 not found: sql-injection/src/main/java/org/owasp/webgoat/plugin/introduction/SqlInjectionLesson8.java",
        "checkmarx_one/vulnerabilities_from_scan_results.json":
          "3 of 42 not found: /src/main/kotlin/br/com/123/loiskjdye/domain/entity/Customer.kt, /src/main/kotlin/br/com/123/loiskjdye/domain/repository/CustomerRepository.kt, /src/main/kotlin/br/com/123/loiskjdye/domain/repository/EventRepository.kt",
        "checkmarx_one/vulnerabilities_from_scan_results_sast_only.json":
          "1 of 2 not found: /src/main/kotlin/domain/entity/Customer.kt",
      ]
    ),
  ]

  private static let lines = [
    Reason(
      .lines,
      "line 0 is no line",
      about: "checkov",
      "horusec",
      "trufflehog3",
      every: { $0.hasSuffix(":0") }
    ),
    Reason(
      .lines,
      "the first line counts; the reference says the last",
      exactly: [
        "gitlab_sast/gl-sast-report-confidence_v15.json":
          "4 of 8 not found: lib/insecurity.js:34, routes/likeProductReviews.js:56, routes/profileImageUrlUpload.js:34",
        "gitlab_sast/gl-sast-report-cwe_v15.json":
          "1 of 3 not found: routes/likeProductReviews.js:56",
        "gitlab_sast/gl-sast-report-many-vuln_v14.json":
          "5 of 183 not found: docker/key.pem:52, dojo/finding/views.py:1295, dojo/middleware.py:36",
        "gitlab_sast/gl-sast-report-many-vuln_v15.json":
          "5 of 183 not found: docker/key.pem:52, dojo/finding/views.py:1295, dojo/middleware.py:36",
      ]
    ),
    Reason(
      .lines,
      "a result's first location is its place; the reference makes a finding of each",
      about: "cppcheck",
      only: ["cc_many.c:22", "cc_many.c:7"]
    ),
    Reason(
      .lines,
      "a line of an archive that the report does not state",
      about: "sarif/cxf-3.4.6.sarif",
      every: { $0.hasSuffix(".jar:1") }
    ),
    Reason(
      .lines,
      "a flaw's line is its file's; the reference adds the line within the function",
      about: "veracode",
      only: [
        "sourcefilepathMyApp.java:2", "sourcefilepathMyApp2.java:2", "/devTools/utility.jsp:249",
        "/devTools/utility.jsp:359", "/devTools/utility.jsp:361",
      ]
    ),
    Reason(
      .lines,
      "a path in an export is cut at 300 characters",
      about: "checkmarx/utf8_various_non_ascii_char.xml",
      every: { $0.utf8.count > 300 }
    ),
    Reason(
      .lines,
      "the place is where the data enters; the reference says where they are used",
      exactly: [
        "checkmarx/multiple_findings_same_sourceFilename_different_sinkFilename.xml":
          "2 of 2 not found: sql-injection/src/main/java/org/owasp/webgoat/plugin/introduction/SqlInjectionLesson8.java:111, sql-injection/src/main/java/org/owasp/webgoat/plugin/introduction/SqlInjectionLesson9.java:37",
        "checkmarx/sample_report.json":
          "84 of 534 not found: /.mvn/wrapper/MavenWrapperDownloader.java:113, /docker-compose.yml:0, /docker/Dockerfile:0",
        "checkmarx/two_aggregated_findings_one_is_false_positive.xml":
          "1 of 1 not found: WebGoat/webgoat-lessons/challenge/src/main/java/org/owasp/webgoat/plugin/challenge5/challenge6/Assignment5.java:50",
        "checkmarx_cxflow_sast/4-findings.json":
          "2 of 2 not found: DOS_Login.java:108, DOS_Login.java:114",
        "checkmarx_one/vulnerabilities_from_scan_results.json":
          "29 of 119 not found: /scripts/export-csv-full-base/e.go:142, /scripts/export-csv-full-base/e.go:150, /scripts/export-csv-full-base/e.go:72",
        "checkmarx_one/vulnerabilities_from_scan_results_sast_only.json":
          "1 of 2 not found: /src/main/kotlin/domain/entity/Customer.kt:484",
      ]
    ),
  ]
}
