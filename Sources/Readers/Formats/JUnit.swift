internal import Findings
internal import Syntax

/// JUnit XML, as security tools write it; the results of unit tests are not read.
public enum JUnit: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "junit",
    title: "JUnit XML of security tools",
    provenOn: """
      the layouts of Checkov 3, tfsec 1, Trivy's template, Terrascan 1, cfn-lint 1, Conftest, \
      kube-score 1 and Gitleaks 8
      """,
    produce: "checkov --directory . --output junitxml --soft-fail > junit.xml",
    finding: """
      One failure of a test case. Identity: check and resource, else check and path; advisory and \
      package; rule and keyed digest of a secret. Bodies, which quote code, are not read.
      """,
    outcome: """
      Cases without a failure are counted as passed, skipped ones as muted. Failed if a suite \
      counts failures and the report holds none.
      """,
    precedence: 1
  )

  /// Suites that are named as a security tool names them, or whose cases are.
  public static func recognises(_ report: Report) -> Bool {
    report.xml.flatMap(JUnitTool.init) != nil
  }

  /// Each failure of each suite's cases.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml, let tool = JUnitTool(root) else {
      throw ReadError(problem: "expected the suites of a security tool")
    }
    var reading = Reading(
      scanner: tool.rawValue,
      category: ScannerCategories.category(of: tool.rawValue)
    )
    var counted = 0
    for suite in JUnitTool.suites(of: root) {
      counted += suite["failures"].flatMap { Int($0) } ?? 0
      for test in suite.children("testcase") { reading.add(test, in: suite, of: tool, report) }
    }
    reading.failIfNone(of: counted, "failures")
    return reading
  }
}

extension Reading {
  fileprivate mutating func add(
    _ test: XMLElement,
    in suite: XMLElement,
    of tool: JUnitTool,
    _ report: Report
  ) {
    // In Trivy's first template a second failure holds no more than the severity.
    let failures = (test.children("failure") + test.children("error")).filter {
      $0["type"] != "severity"
    }
    if test.child("skipped").exists {
      checks.muted += 1
    } else if failures.isEmpty {
      checks.passed += 1
    }
    collect(failures) { failure throws(SyntaxError) in
      try JUnitCase(test, failure, in: suite, of: tool).finding(report.digests)
    }
  }
}
