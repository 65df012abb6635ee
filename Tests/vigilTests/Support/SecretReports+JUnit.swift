// JUnit XML, as each tool puts its findings into it.
extension SecretReports {
  mutating func addJUnit() {
    let (word, key, token, hash) = (
      secrets.word(), secrets.key(), secrets.token(), secrets.hexadecimal()
    )
    let leak =
      "{&quot;RuleID&quot;:&quot;k&quot;,&quot;Secret&quot;:&quot;\(word)&quot;,"
      + "&quot;Match&quot;:&quot;x = \(word)&quot;}"
    let gitleaks = """
      <testcase classname="Detected \(word)" name="k has detected a secret in file a.env, line 4"\
       file="a/\(word).env"><failure message="k has detected \(word)" type="k">\(leak)</failure>\
      </testcase>
      """
    addJUnit("gitleaks", suite: "gitleaks", gitleaks)
    let secret = """
      <testcase classname="/a.env.\(hash)" name="[HIGH][CKV_SECRET_6] Entropy" file="/a.env">\
      <failure message="Resource: \(hash)">password = "\(word)"</failure></testcase>
      """
    addJUnit("checkov", suite: "secrets scan", secret)
    let trivy = """
      <testcase classname="k" name="[HIGH] aws-access-key-id"><failure message="Key \(token)"\
       type="description">password = "\(word)"</failure></testcase>
      """
    addJUnit("trivy", suite: "trivy", trivy)
    let words = "api_key=&quot;\(key)&quot; and \(token)"
    let address = "https://u:\(key)@h.example/?token=\(token)"
    func plain(_ name: String) -> String {
      """
      <testcase classname="main.tf" name="\(name)" severity="HIGH"><failure message="\(words)"\
       type="\(words)">password = '\(word)' \(token)</failure>\
      <system-out>\(token)</system-out></testcase>
      """
    }
    addJUnit("tfsec", suite: "tfsec", plain("[general-secrets][HIGH] - \(words)"))
    addJUnit(
      "terrascan",
      suite: "TERRASCAN_POLICY_SUITE",
      plain("[ERROR] resource: \(address) at line: 2, violates: RULE - AC_AWS_\(token)")
    )
    addJUnit("cfn-lint", suite: "CloudFormation Lint", plain("E3012 Check \(words)"))
    addJUnit("conftest", suite: "conftest", plain("a.yaml - main - \(words)"))
    addJUnit("kube-score", suite: "kube-score", plain("Environment \(words)"))
  }

  private mutating func addJUnit(_ tool: String, suite: String, _ test: String) {
    reports.append(
      (
        "junit/mixed/\(tool)/junit.xml",
        """
        <?xml version="1.0"?><testsuites><testsuite name="\(suite)" failures="1" tests="1">
        <properties><property name="env" value="\(secrets.token())"/></properties>
        \(test)
        </testsuite></testsuites>
        """
      )
    )
  }
}
