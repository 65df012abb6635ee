// Reports of scanners of clouds, clusters and packages.
extension SecretReports {
  mutating func addProwler() {
    let (key, access, password, token) = (
      secrets.key(), secrets.accessKey(), secrets.password(), secrets.token()
    )
    let words =
      "Potential secret found in function f variables -> AWS Access Key in \(access), Secret Keyword"
      + " in DB_PASSWORD=\(password), token \(token), api_key: \(key)"
    add(
      "cloud/cloud/prowler/prowler.ocsf.json",
      [
        [
          "message": words, "status_detail": words, "status_code": "FAIL", "severity": "Critical",
          "metadata": [
            "event_code": "awslambda_function_no_secrets_in_variables",
            "product": ["name": "Prowler", "version": "5"],
          ],
          "finding_info": [
            "title": "No secrets in variables", "uid": "p-\(access)", "desc": words,
          ],
          "resources": [
            [
              "uid": "arn:aws:lambda:eu-central-1:1:function:f", "name": "f", "type": "AwsLambda",
              "data": ["details": words, "metadata": ["Environment": ["DB_PASSWORD": password]]],
            ]
          ],
          "cloud": ["account": ["uid": "1"], "provider": "aws", "region": "eu-central-1"],
          "risk_details": words, "remediation": ["desc": words, "references": []],
          "unmapped": ["notes": words],
        ]
      ]
    )
    reports.append(
      (
        "old/cloud/prowler/prowler.csv",
        """
        PROVIDER;CHECK_ID;CHECK_TITLE;STATUS;STATUS_EXTENDED;SEVERITY;ACCOUNT_UID;REGION;RESOURCE_UID;NOTES
        aws;lambda_secrets;Secrets;FAIL;\(words);high;1;eu;arn:aws:lambda:f;\(words)
        """
      )
    )
  }

  mutating func addOthers() {
    let (key, token, password) = (secrets.key(), secrets.token(), secrets.password())
    let test: [String: Any] = [
      "test_number": "4.2.1", "test_desc": "No anonymous access", "status": "FAIL",
      "audit": "ps --token=\(token)", "actual_value": "kubelet --token=\(token)", "scored": true,
      "remediation": "Set it", "reason": "ran with --token=\(token)", "AuditOutput": key,
      "expected_result": "'--token' is \(key)",
    ]
    let section: [String: Any] = ["section": "4.2", "desc": "Kubelet", "results": [test]]
    let control: [String: Any] = [
      "id": "4", "version": "cis-1.23", "text": "Worker", "node_type": "node", "tests": [section],
    ]
    add("shop/kubernetes/kube-bench/kube-bench.json", ["Controls": [control]])

    let advisory: [String: Any] = [
      "source": 1, "name": "a", "dependency": "a", "title": "Bad", "severity": "high",
      "url": "https://user:\(password)@registry.example/advisories/1?token=\(token)", "range": "<2",
    ]
    add(
      "shop/dependency/npm/npm-audit.json",
      [
        "auditReportVersion": 2,
        "vulnerabilities": [
          "a": [
            "name": "a", "severity": "high", "isDirect": true, "via": [advisory], "effects": [],
            "range": "<2", "nodes": ["node_modules/a"], "fixAvailable": true,
          ]
        ], "metadata": ["vulnerabilities": ["total": 1]],
      ]
    )
    let address = "https://user:\(password)@repo.example"
    add(
      "shop/dependency/cyclonedx/bom.json",
      [
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": ["component": ["type": "application", "name": "shop", "bom-ref": "shop"]],
        "components": [
          [
            "type": "library", "bom-ref": "x", "name": "x", "version": "1",
            "purl": "pkg:npm/x@1?repository_url=\(address)&vcs_url=git%2Bhttps://\(token)@h/x",
            "externalReferences": [["type": "vcs", "url": address]],
            "properties": [["name": "env", "value": "TOKEN=\(token)"]],
          ]
        ],
        "vulnerabilities": [
          [
            "id": "CVE-2024-1", "description": "As in api_key=\(key)", "affects": [["ref": "x"]],
            "advisories": [["url": "\(address)/a?token=\(token)"]], "recommendation": "x",
            "analysis": ["state": "exploitable", "detail": "token: \"\(token)\""],
            "proofOfConcept": ["reproductionSteps": "use \(token)"],
          ]
        ],
      ]
    )
  }
}
