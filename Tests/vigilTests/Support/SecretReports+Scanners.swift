// Reports of scanners of code, configuration and running applications.
extension SecretReports {
  mutating func addSemgrep() {
    func result(_ rule: String, _ secret: String, _ metadata: [String: Any]) -> [String: Any] {
      [
        "check_id": rule, "path": "src/\(rule).py", "start": ["line": 2, "col": 1],
        "end": ["line": 2, "col": 9],
        "extra": [
          "message": "Found '\(secret)' here", "severity": "ERROR",
          "lines": "password = \"\(secret)\"", "fingerprint": "ab12", "metadata": metadata,
          "fix": "password = env(\"\(secret)\")",
          "metavars": ["$X": ["abstract_content": secret]],
          "dataflow_trace": ["taint_source": ["CliLoc", [["path": "a"], secret]]],
        ],
      ]
    }
    let weakness: [String: Any] = ["cwe": ["CWE-798: Use of Hard-coded Credentials"]]
    let secretRule: [String: Any] = ["secret_type": "AWS", "cwe": "CWE-798: Hard-coded"]
    let key = secrets.key()
    var plain = result("rules.plain", secrets.token(), [:])
    plain["path"] = "src/plain.py"
    add(
      "shop/sast/semgrep/semgrep.json",
      [
        "version": "1.90.0", "paths": ["scanned": ["src/rules.plain.py"]],
        "errors": [
          [
            "level": "warn", "type": "Syntax error", "path": "src/broken.py",
            "message": "`password = '\(key)'` was unexpected", "long_msg": key,
            "spans": [["context_start": key]],
          ]
        ],
        "results": [
          result("rules.hardcoded-password", secrets.word(), weakness),
          result("rules.detected-secret", secrets.password(), secretRule),
          result("rules.jwt", secrets.webToken(), weakness), plain,
        ],
      ]
    )
  }

  mutating func addBandit() {
    func result(_ test: String, _ text: String, _ code: String, _ weakness: Int) -> [String: Any] {
      [
        "test_id": test, "test_name": test, "filename": "app/\(test).py", "line_number": 2,
        "line_range": [2], "issue_severity": "LOW", "issue_confidence": "MEDIUM",
        "issue_text": text, "issue_cwe": ["id": weakness], "more_info": "https://bandit.example/",
        "code": "1 \n2 \(code)\n3 \n",
      ]
    }
    let (word, password, key, token) = (
      secrets.word(), secrets.password(), secrets.key(), secrets.token()
    )
    add(
      "shop/sast/bandit/bandit.json",
      [
        "generated_at": "2026-11-01T00:00:00Z", "metrics": ["_totals": ["loc": 3]],
        "errors": [["filename": "app/x.py", "reason": "error near api_key = \"\(key)\""]],
        "results": [
          result("B105", "Possible hardcoded password: '\(word)'", "password = \"\(word)\"", 259),
          result(
            "B106",
            "Possible hardcoded password: '\(password)'",
            "f(pw=\"\(password)\")",
            259
          ),
          result("B107", "Possible hardcoded password: '\(key)'", "def f(a, b='\(key)'):", 259),
          result("B602", "subprocess call with shell=True", "run('curl -u x:\(token)')", 78),
        ],
      ]
    )
  }

  mutating func addCheckov() {
    let (hash, word, key, token) = (
      secrets.hexadecimal(), secrets.word(), secrets.accessKey(), secrets.token()
    )
    func check(_ id: String, _ resource: String, _ line: String) -> [String: Any] {
      [
        "check_id": id, "check_name": "Check \(id)", "file_path": "/\(id).tf",
        "file_line_range": [1, 2], "resource": resource, "severity": "HIGH",
        "check_result": [
          "result": "FAILED", "evaluated_keys": [line], "entity": ["variables": line],
        ],
        "code_block": [[1, line]], "details": ["uses secret_key = \"\(key)\""],
        "evaluations": ["x": ["value": line]], "entity_tags": ["t": line],
      ]
    }
    func framework(_ type: String, _ checks: [[String: Any]]) -> [String: Any] {
      [
        "check_type": type,
        "results": ["passed_checks": [], "failed_checks": checks, "skipped_checks": []],
        "summary": ["passed": 0, "failed": checks.count, "checkov_version": "3.3"],
      ]
    }
    add(
      "shop/iac/checkov/checkov.json",
      [
        framework("secrets", [check("CKV_SECRET_6", hash, "password = \"\(word)\"\n")]),
        framework(
          "terraform",
          [
            check("CKV_AWS_45", "aws_lambda_function.f", "AWS_SECRET = \"\(token)\"\n"),
            check("CKV_AWS_41", "aws.default", "access_key = \"\(key)\"\n"),
          ]
        ),
      ]
    )
  }

  mutating func addSARIF() {
    func result(_ rule: String, _ message: String, _ code: String, _ print: String)
      -> [String: Any]
    {
      [
        "ruleId": rule, "message": ["text": message, "markdown": message],
        "partialFingerprints": ["h/v1": print],
        "locations": [
          [
            "physicalLocation": [
              "artifactLocation": ["uri": "src/\(rule).py"],
              "region": ["startLine": 4, "snippet": ["text": code]],
              "contextRegion": ["snippet": ["text": "\n\(code)\n"]],
            ]
          ]
        ],
        "codeFlows": [
          ["threadFlows": [["locations": [["location": ["message": ["text": code]]]]]]]
        ],
        "fixes": [["description": ["text": code]]], "properties": ["value": code],
        "suppressions": [["kind": "external", "status": "rejected", "justification": code]],
      ]
    }
    func log(_ tool: String, _ results: [[String: Any]], _ rest: [String: Any] = [:])
      -> [String: Any]
    {
      let run: [String: Any] = ["tool": ["driver": ["name": tool]], "results": results]
      return ["version": "2.1.0", "runs": [run.merging(rest) { first, _ in first }]]
    }
    for tool in ["gitleaks", "detect-secrets", "trufflehog"] {
      let (key, word, pem) = (secrets.key(), secrets.word(), secrets.privateKey())
      add(
        "api/secrets/\(tool)/\(tool).sarif",
        log(
          tool,
          [
            result("key", "key has detected secret \(key) for file a.", key, key),
            result("word", "Found \(word)", "password = '\(word)'", word),
            result("private-key", "Found \(pem)", pem, "x"),
          ]
        )
      )
    }
    let (word, key, token, web) = (
      secrets.word(), secrets.key(), secrets.token(), secrets.webToken()
    )
    add(
      "shop/sast/acme/acme.sarif",
      log(
        "acme",
        [
          result("hardcoded-password", "Hard-coded password '\(word)'", "p = '\(word)'", "a"),
          result("call", "Bad call with token=\(key)", "call('\(key)')", "b"),
          result("url", "Request to https://user:\(key)@h.example/x", "get('\(web)')", "c"),
        ],
        [
          "invocations": [
            [
              "executionSuccessful": false, "exitCode": 3,
              "exitCodeDescription": "login with token=\(token) failed",
              "commandLine": "acme --token \(token)", "arguments": ["--token", token],
              "environmentVariables": ["ACME_TOKEN": token],
              "toolExecutionNotifications": [
                ["level": "error", "message": ["text": "api_key: \"\(key)\" was refused"]]
              ],
            ]
          ],
          "versionControlProvenance": [["repositoryUri": "https://oauth2:\(token)@git.example/a"]],
        ]
      )
    )
  }

  mutating func addZAP() {
    let (session, key, web, password, token) = (
      secrets.hexadecimal(32).uppercased(), secrets.key(), secrets.webToken(), secrets.password(),
      secrets.token()
    )
    secrets.remember(session)
    let addresses = [
      "https://h.example/a;jsessionid=\(session)?x=1", "https://h.example/reset/\(key)/done",
      "https://h.example/open/\(web)", "https://u:\(password)@h.example/?token=\(token)#\(key)",
      "https://h.example/cb#access_token=\(web)",
    ]
    let instances = addresses.map { address -> [String: Any] in
      [
        "uri": address, "method": "GET", "param": "token", "attack": "token=\(token)",
        "evidence": "Set-Cookie: session=\(key)", "otherinfo": "Bearer \(web)",
        "request-header": "Authorization: Bearer \(web)", "request-body": "password=\(password)",
        "response-body": "\"api_key\": \"\(key)\"",
      ]
    }
    let alert: [String: Any] = [
      "pluginid": "3", "alertRef": "3", "name": "Session ID in URL Rewrite", "riskcode": "2",
      "confidence": "2", "riskdesc": "Medium", "desc": "<p>The token=\(token) is there.</p>",
      "otherinfo": "https://h.example/?token=\(token)", "solution": "<p>Do not.</p>",
      "reference": "<p>https://h.example/?api_key=\(key)</p>", "instances": instances,
    ]
    let site: [String: Any] = ["@name": "https://u:\(password)@h.example", "alerts": [alert]]
    add("shop/dast/zap/zap.json", ["@version": "2.16.1", "site": [site]])

    let rows = addresses.map { address in
      "<instance><uri>\(address)</uri><method>POST</method><param>p</param>"
        + "<attack>Bearer \(web)</attack><evidence>sid=\(key)</evidence>"
        + "<requestheader>Cookie: sid=\(key)</requestheader></instance>"
    }
    reports.append(
      (
        "api/dast/zap/zap.xml",
        """
        <?xml version="1.0"?><OWASPZAPReport version="2.16.1"><site name="https://h.example"><alerts>
        <alertitem><pluginid>3</pluginid><name>Session</name><riskcode>2</riskcode>
        <desc>see https://u:\(password)@h.example</desc><instances>\(rows.joined())</instances>
        </alertitem></alerts></site></OWASPZAPReport>
        """
      )
    )
  }
}
