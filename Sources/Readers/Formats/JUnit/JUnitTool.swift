internal import Syntax

/// A security tool that writes JUnit XML, told by how it names suites and cases.
enum JUnitTool: String {
  case checkov
  case cfnLint = "cfn-lint"
  case conftest
  case gitleaks
  case kubeScore = "kube-score"
  case terrascan
  case tfsec
  case trivy

  /// The tool that wrote a document; nil if it is none of them.
  init?(_ root: XMLElement) {
    let suites = Self.suites(of: root)
    guard let suite = suites.first else { return nil }
    let names = Set([root["name"], suite["name"]].compactMap { $0 })
    let known: [(String, JUnitTool)] = [
      ("CloudFormation Lint", .cfnLint), ("conftest", .conftest), ("gitleaks", .gitleaks),
      ("kube-score", .kubeScore), ("TERRASCAN_POLICY_SUITE", .terrascan), ("tfsec", .tfsec),
      ("trivy", .trivy),
    ]
    if let tool = known.first(where: { names.contains($0.0) })?.1 {
      self = tool
    } else if suite["name"]?.hasSuffix(" scan") ?? false, Self.hasBrackets(suite, 2) {
      self = .checkov
    } else if suites.prefix(20).contains(where: Self.isTrivy) {
      self = .trivy
    } else {
      return nil
    }
  }

  /// The suites of a document whose root may be one.
  static func suites(of root: XMLElement) -> [XMLElement] {
    if root.isNamed("testsuite") { return [root] }
    return root.isNamed("testsuites") ? root.children("testsuite") : []
  }

  /// Whether the name of one of the first cases begins with as many words in brackets.
  private static func hasBrackets(_ suite: XMLElement, _ count: Int) -> Bool {
    suite.children("testcase").prefix(20).contains { test in
      JUnitCase.brackets(of: test["name"] ?? "").words.count == count
    }
  }

  /// Whether cases have a severity in brackets and a failure that is a description.
  private static func isTrivy(_ suite: XMLElement) -> Bool {
    let failures = suite.children("testcase").prefix(20).flatMap { $0.children("failure") }
    return hasBrackets(suite, 1) && failures.contains { $0["type"] == "description" }
  }
}
