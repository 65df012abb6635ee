// Reports of scanners of infrastructure as code.
extension SecretReports {
  mutating func addInfrastructure() {
    addKICS()
    addTerraform()
    addCloudFormation()
    addConftest()
    addWiz()
  }

  private mutating func addKICS() {
    let (word, key, access, token) = (
      secrets.word(), secrets.key(), secrets.accessKey(), secrets.token()
    )
    func query(_ name: String, _ category: String, _ secret: String) -> [String: Any] {
      let file: [String: Any] = [
        "file_name": "main.tf", "similarity_id": "\(name.count)ab", "line": 3,
        "resource_type": "aws_instance", "resource_name": "web",
        "issue_type": "IncorrectValue", "search_key": "aws_instance[web].password=\(secret)",
        "search_line": 3, "search_value": secret, "value": secret,
        "expected_value": "'password' should not be '\(secret)'",
        "actual_value": "'password' is '\(secret)'", "remediation": "drop \(secret)",
      ]
      return [
        "query_name": name, "query_id": "id-\(name.count)",
        "query_url": "https://h.example/?token=\(token)",
        "severity": "HIGH", "platform": "Terraform", "category": category, "cwe": "798",
        "description": "Query with api_key=\(key)", "description_id": "d", "files": [file],
      ]
    }
    add(
      "more/iac/kics/kics.json",
      [
        "kics_version": "v2.1.3", "files_scanned": 1, "files_parsed": 1, "files_failed_to_scan": 0,
        "queries_total": 4, "queries_failed_to_execute": 0, "total_counter": 4,
        "start": "2026-11-01", "paths": ["https://x:\(token)@h.example/a"],
        "queries": [
          query("Passwords And Secrets - Generic Password", "Secret Management", word),
          query("Passwords And Secrets - AWS Access Key", "Secret Management", access),
          query("Hardcoded AWS Access Key In Lambda", "Secret Management", word),
          query("Instance With User Data", "Insecure Configurations", token),
        ],
      ]
    )
  }

  private mutating func addTerraform() {
    let (key, token, web, password) = (
      secrets.key(), secrets.token(), secrets.webToken(), secrets.password()
    )
    let result: [String: Any] = [
      "rule_id": "AVD-GEN-1", "long_id": "general-secrets-no-plaintext", "rule_provider": "general",
      "rule_description": "Variable with token=\(token)", "rule_service": "secrets",
      "impact": "As in password: \"\(password)\"", "resolution": "Drop \(token)",
      "links": ["https://u:\(password)@h.example/?api_key=\(key)"], "severity": "HIGH",
      "description": "Variable includes the value \(token), api_key = \"\(key)\"",
      "warning": false, "status": 0, "resource": "aws_db.\(web)",
      "location": ["filename": "main.tf", "start_line": 2, "end_line": 3],
    ]
    var old = result
    old["description"] = "Resource 'aws_db.\(token)' has password '\(token)'"
    old["resource"] = nil
    add("more/iac/tfsec/tfsec.json", ["results": [result, old]])

    let violation: [String: Any] = [
      "rule_name": "hardCodedSecret", "rule_id": "AWS.Instance.1", "severity": "HIGH",
      "description": "User data with secret_key=\(key) and \(web)", "category": "Secrets",
      "resource_name": "web-\(token)", "resource_type": "aws_instance", "file": "main.tf",
      "line": 4, "module_name": "root", "plan_root": "./",
    ]
    let skipped = violation.merging(["comment": "test token: \(token)"]) { first, _ in first }
    add(
      "more/iac/terrascan/terrascan.json",
      [
        "results": [
          "scan_errors": [
            ["iac_type": "helm", "errMsg": "https://u:\(password)@h.example/c refused \(token)"]
          ],
          "passed_rules": [], "violations": [violation], "skipped_violations": [skipped],
          "scan_summary": [
            "file/folder": "https://x:\(token)@h.example", "violated_policies": 1, "high": 1,
          ],
        ]
      ]
    )
  }

  private mutating func addCloudFormation() {
    let (word, key, token) = (secrets.word(), secrets.key(), secrets.token())
    func match(_ id: String, _ message: String, _ steps: [Any]) -> [String: Any] {
      [
        "Rule": [
          "Id": id, "ShortDescription": "Check values such as \(token)",
          "Description": "As in api_key: \(key)", "Source": "https://h.example/?token=\(key)",
        ],
        "Filename": "a.yaml", "Level": "Error", "Message": message, "Id": "i",
        "Location": [
          "Path": steps, "Start": ["LineNumber": 2, "ColumnNumber": 3],
          "End": ["LineNumber": 2, "ColumnNumber": 9],
        ],
      ]
    }
    let password: [Any] = ["Resources", "Db", "Properties", "SecretOptions", 0, "Password"]
    let quoting = "'\(word)' is longer than 8"
    add(
      "more/iac/cfn-lint/cfn-lint.json",
      [
        match("E3033", quoting, password),
        match("E3012", "{'Token': '\(key)'} is not of type 'string'", ["Resources", "A", key]),
        match("E0000", "found unknown escape in password: \"\(word)\"", ["Resources", "B"]),
      ]
    )
    // Where one name of the way alone tells that the value is secret.
    add(
      "old/iac/cfn-lint/cfn-lint.txt",
      [
        match("E3033", quoting, ["Resources", "Db", "Properties", "MasterUserPassword"]),
        match("E3031", quoting, ["Parameters", "DbPassword", "Default"]),
      ]
    )
    let violations: [[String: Any]] = [
      [
        "id": "F1", "type": "FAIL", "message": "Password \(token) must not be plain",
        "logical_resource_ids": ["Db\(token)"], "line_numbers": [2], "name": "Rule: \(token)",
      ],
      ["id": "FATAL", "type": "FAIL", "message": "mapping values: password: '\(word)'"],
    ]
    add(
      "more/iac/cfn-nag/cfn-nag.json",
      [["filename": "a.yaml", "file_results": ["failure_count": 2, "violations": violations]]]
    )
  }

  private mutating func addConftest() {
    let (word, key, token) = (secrets.word(), secrets.key(), secrets.token())
    func result(_ message: String, _ query: String) -> [String: Any] {
      [
        "msg": message,
        "metadata": ["query": query, "details": ["value": key], "password": word],
        "outputs": ["token=\(token)"],
      ]
    }
    let plain: [String: Any] = ["msg": "DB_PASSWORD=\(word) stands in the file"]
    add(
      "more/iac/conftest/conftest.json",
      [
        [
          "filename": "a.yaml", "namespace": "main", "successes": 1,
          "failures": [
            result("The variable has the token \(token)", "data.main.deny"), plain,
            result("Container web has the value '\(word)'", "data.main.deny_hardcoded_password"),
          ],
          "warnings": [result("api_key: \(key) is old", "data.main.warn")],
          "exceptions": [result("Bearer \(token)", "data.main.exception")],
        ]
      ]
    )
  }

  private mutating func addWiz() {
    let (word, key, token) = (secrets.word(), secrets.key(), secrets.token())
    let match: [String: Any] = [
      "resourceName": "aws_db.\(token)", "fileName": "main.tf", "lineNumber": 2,
      "matchContent": "password = \"\(word)\"", "expected": "a reference and not '\(word)'",
      "found": "'password' is '\(word)'",
    ]
    func rule(_ name: String, _ match: [String: Any]) -> [String: Any] {
      [
        "rule": [
          "id": "r-\(name.count)", "name": name, "description": "As in api_key=\(key)",
          "remediationInstructions": "Drop \(token)",
        ], "severity": "HIGH", "failedResourceCount": 1, "matches": [match],
      ]
    }
    let plain = match.merging(["expected": "no token", "found": "token=\(token)"]) { $1 }
    func leak(_ snippet: String, _ line: Int) -> [String: Any] {
      [
        "id": key, "externalId": key, "type": "PASSWORD", "description": "Password in URL",
        "path": "a/\(line).env", "lineNumber": line, "offset": 3, "snippet": snippet,
        "contains": ["name": word], "details": ["value": word],
      ]
    }
    add(
      "more/iac/wizcli/wizcli.json",
      [
        "id": "1", "createdBy": ["name": "ci"], "scanOriginResource": ["name": token],
        "status": ["state": "SUCCESS", "verdict": "FAILED_BY_POLICY"],
        "result": [
          "ruleMatches": [
            rule("Database password should not be hardcoded", match), rule("No user data", plain),
          ],
          "secrets": [leak("password = \"\(word)\"", 1), leak(word, 2), leak("login \(word)", 3)],
          "scanStatistics": ["totalMatches": 2, "queriesExecutionFailed": 0],
        ],
      ]
    )
  }
}
