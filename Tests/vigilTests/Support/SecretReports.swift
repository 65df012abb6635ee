import Foundation

/// Reports of every format that can carry a secret, with marked ones wherever that format has them.
struct SecretReports {
  /// The secrets in them.
  var secrets = MarkedSecrets()
  /// The reports by their keys.
  var reports: [(key: String, text: String)] = []

  init() {
    addGitleaks()
    addGitLabSecrets()
    addGitLabCode()
    addTrivy()
    addTrivyOperator()
    addSemgrep()
    addBandit()
    addCheckov()
    addSARIF()
    addZAP()
    addProwler()
    addOthers()
    addSecretScanners()
    addInfrastructure()
    addClusters()
    addLinters()
    addJUnit()
  }

  mutating func add(_ key: String, _ value: Any) { addLines(key, [value]) }

  /// Adds a report of one JSON value a line.
  mutating func addLines(_ key: String, _ values: [Any]) {
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
    let lines = values.compactMap {
      try? JSONSerialization.data(withJSONObject: $0, options: options)
    }
    let text = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    reports.append((key, text))
  }

  private mutating func addGitleaks() {
    func leak(_ secret: String, _ line: Int) -> [String: Any] {
      [
        "RuleID": "generic-api-key", "Description": "Detected \(secret)", "StartLine": line,
        "EndLine": line, "Match": "value = \"\(secret)\"", "Secret": secret,
        "File": "src/\(line).py",
        "Commit": "5f0c2a1b", "Message": "Use \(secret)", "Author": secret, "Email": secret,
        "Tags": [secret], "Link": "https://git.example/\(secret)",
        "Fingerprint": "5f0c2a1b:src/\(line).py:\(secret):\(line)", "SymlinkFile": secret,
      ]
    }
    let values = [
      secrets.accessKey(), secrets.key(), secrets.token(), secrets.password(), secrets.word(),
      secrets.base64(), secrets.webToken(), secrets.privateKey(), secrets.hexadecimal(),
    ]
    add("shop/secrets/gitleaks/gitleaks.json", values.enumerated().map { leak($1, $0 + 1) })

    let inPath = secrets.token()
    var odd = leak(inPath, 1)
    odd["File"] = "keys/\(inPath).txt"
    let inRule = secrets.word()
    var named = leak(inRule, 2)
    named["RuleID"] = "rule-\(inRule)"
    add("odd/secrets/gitleaks/gitleaks.json", [odd, named])

    let old = [secrets.word(), secrets.key()].enumerated().map { number, secret -> [String: Any] in
      [
        "line": "token = '\(secret)'", "lineNumber": number, "offender": secret, "commit": "a0c5",
        "repo": "shop", "rule": "Generic", "commitMessage": secret, "file": "a\(number).rb",
        "leakURL": "https://h/\(secret)", "tags": secret,
      ]
    }
    add("old/secrets/gitleaks/leaks.json", old)
  }

  private mutating func addGitLabSecrets() {
    let values = [secrets.token(), secrets.word(), secrets.privateKey(), secrets.key()]
    let entries = values.enumerated().map { number, secret -> [String: Any] in
      [
        "id": "\(number)", "category": "secret_detection", "name": "Token",
        "message": "Token found", "description": "The token=\(secret) was found",
        "cve": "a.txt:\(secret):t", "severity": "Critical", "raw_source_code_extract": secret,
        "location": ["file": "a.txt", "start_line": number + 1, "commit": ["sha": "5f0c"]],
        "identifiers": [["type": "gitleaks_rule_id", "name": "Rule", "value": "rule-\(number)"]],
        "details": ["code": ["type": "code", "value": secret]],
      ]
    }
    add(
      "shop/secrets/gitlab/gl-secret-detection-report.json",
      [
        "version": "15.0.7",
        "scan": [
          "type": "secret_detection", "status": "success",
          "scanner": ["id": "gitleaks", "name": "Gitleaks", "version": "8"],
        ], "vulnerabilities": entries,
      ]
    )
  }

  private mutating func addGitLabCode() {
    let (word, key, web) = (secrets.word(), secrets.key(), secrets.webToken())
    let entries: [[String: Any]] = [
      [
        "id": "1", "name": "Hard-coded password", "message": "Password '\(word)' in code",
        "description": "Password '\(word)' is in the code", "severity": "High",
        "raw_source_code_extract": "password = '\(word)'",
        "location": ["file": "a.py", "start_line": 3],
        "identifiers": [["type": "cwe", "name": "CWE-798", "value": "798"]],
      ],
      [
        "id": "2", "name": "Insecure call", "message": "Call with api_key=\(key)",
        "description": "url = https://user:\(key)@host/", "severity": "Low",
        "solution": "Drop \(key)",
        "location": ["file": "b.py", "start_line": 4],
        "identifiers": [["type": "semgrep_id", "name": "x", "value": "rules.x"]],
      ],
    ]
    add(
      "shop/sast/gitlab/gl-sast-report.json",
      [
        "version": "15.0.7",
        "scan": ["type": "sast", "status": "success", "scanner": ["id": "semgrep", "name": "S"]],
        "vulnerabilities": entries,
      ]
    )
    let dast: [String: Any] = [
      "id": "3", "name": "Token in a URL", "severity": "Medium", "description": "See it",
      "location": [
        "hostname": "https://user:\(key)@h.example", "path": "/a?token=\(key)&sid=\(web)",
        "method": "GET", "param": "Authorization: Bearer \(web)",
      ],
      "evidence": [
        "summary": "Bearer \(web)",
        "request": [
          "url": "https://h.example/?token=\(key)", "method": "GET",
          "headers": [["name": "Authorization", "value": "Bearer \(web)"]], "body": "p=\(word)",
        ],
      ], "identifiers": [["type": "zap", "name": "ZAP", "value": "10024"]],
    ]
    add(
      "shop/dast/gitlab/gl-dast-report.json",
      [
        "version": "15.0.7",
        "scan": ["type": "dast", "status": "success", "scanner": ["id": "zap", "name": "ZAP"]],
        "vulnerabilities": [dast],
      ]
    )
  }

  private mutating func addTrivyOperator() {
    let (key, word, token) = (secrets.accessKey(), secrets.word(), secrets.token())
    let leaks = [key, word].enumerated().map { number, secret -> [String: Any] in
      [
        "category": "AWS", "match": "value = \"\(secret)\"", "ruleID": "rule-\(number)",
        "severity": "CRITICAL", "target": "/app/\(number).ini", "title": "Key",
      ]
    }
    let labels = [
      "trivy-operator.resource.kind": "ReplicaSet", "trivy-operator.resource.name": "web-5d4f",
      "trivy-operator.resource.namespace": "shop", "trivy-operator.container.name": "web",
    ]
    add(
      "cluster/secrets/operator/reports.json",
      [
        "apiVersion": "aquasecurity.github.io/v1alpha1", "kind": "ExposedSecretReport",
        "metadata": [
          "name": "replicaset-web", "namespace": "shop", "labels": labels,
          "annotations": ["last-applied": "TOKEN=\(token)"],
        ],
        "report": [
          "artifact": ["repository": "shop/web", "tag": "1"], "secrets": leaks,
          "scanner": ["name": "Trivy", "version": "0.60"], "summary": ["criticalCount": 2],
        ],
      ]
    )
  }

  private mutating func addTrivy() {
    let (key, token, word) = (secrets.accessKey(), secrets.token(), secrets.word())
    let lines: [[String: Any]] = [
      ["Number": 1, "Content": "id = \(key)", "IsCause": true, "Highlighted": "id = \(key)"],
      ["Number": 2, "Content": "next = \"\(token)\"", "IsCause": false],
    ]
    let leaks = [key, token, word].enumerated().map { number, secret -> [String: Any] in
      [
        "RuleID": "rule-\(number)", "Category": "AWS", "Severity": "CRITICAL",
        "Title": "Key",
        "StartLine": 1, "EndLine": 1, "Code": ["Lines": lines], "Match": "id = \"\(secret)\"",
      ]
    }
    let check: [String: Any] = [
      "ID": "AVD-1", "AVDID": "AVD-1", "Title": "Secrets in the environment", "Severity": "HIGH",
      "Message": "Variable DB_PASSWORD=\(word)7 is set", "Status": "FAIL",
      "CauseMetadata": [
        "Resource": "aws_lambda_function.a", "StartLine": 1,
        "Code": ["Lines": [["Number": 1, "Content": "password = \"\(token)\""]]],
      ],
    ]
    add(
      "shop/mixed/trivy/trivy.json",
      [
        "SchemaVersion": 2, "ArtifactName": ".", "ArtifactType": "filesystem",
        "Metadata": ["ImageConfig": ["config": ["Env": ["TOKEN=\(token)"]]]],
        "Results": [
          ["Target": "config.ini", "Class": "secret", "Secrets": leaks],
          ["Target": "main.tf", "Class": "config", "Misconfigurations": [check]],
        ],
      ]
    )
  }
}
