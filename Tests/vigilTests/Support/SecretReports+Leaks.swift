// Reports of scanners that look for secrets and nothing else.
extension SecretReports {
  mutating func addSecretScanners() {
    addDetectSecrets()
    addTruffleHog()
    addTruffleHog3()
    addGGShield()
    addGitHub()
    addNoseyParker()
    addSecretlint()
    addTalisman()
    addWhispers()
    addKingfisher()
  }

  private mutating func addDetectSecrets() {
    let hashes = [secrets.hexadecimal(), secrets.hexadecimal()]
    let leaks = hashes.enumerated().map { number, hash -> [String: Any] in
      [
        "type": "Secret Keyword", "filename": "a.py", "hashed_secret": hash,
        "is_verified": number == 0, "line_number": number + 1, "is_secret": number == 0,
        "secret_value": secrets.word(),
      ]
    }
    add(
      "more/secrets/detect-secrets/detect-secrets.json",
      [
        "version": "1.5.0", "plugins_used": [["name": "KeywordDetector", "limit": 3]],
        "filters_used": [["path": "f", "pattern": [secrets.key()]]], "results": ["a.py": leaks],
        "generated_at": "2026-11-01T00:00:00Z",
      ]
    )
  }

  private mutating func addTruffleHog() {
    let (access, key, word, uri) = (
      secrets.accessKey(), secrets.key(), secrets.word(), secrets.password()
    )
    func leak(_ detector: String, _ raw: String, _ rawV2: String, _ file: String) -> [String: Any] {
      [
        "SourceMetadata": [
          "Data": [
            "Git": [
              "commit": "5f0c2a1b", "file": file, "email": "\(raw)@h.example", "line": 3,
              "repository": "https://x:\(raw)@h.example/a.git", "timestamp": raw,
            ]
          ]
        ],
        "SourceName": "trufflehog - git", "DetectorName": detector, "DecoderName": "PLAIN",
        "DetectorDescription": "Keys such as \(raw) are long-lived.", "Verified": true,
        "VerificationError": "login with \(raw) failed", "Raw": raw, "RawV2": rawV2,
        "Redacted": String(raw.prefix(8)),
        "ExtraData": ["account": raw, "rotation_guide": "https://h.example/?token=\(raw)"],
        "StructuredData": ["key": raw],
      ]
    }
    let log: [String: Any] = [
      "level": "error", "logger": "trufflehog", "msg": "error scanning https://u:\(uri)@h.example",
      "error": "token=\(key)",
    ]
    addLines(
      "more/secrets/trufflehog/trufflehog.jsonl",
      [
        leak("AWS", access, "\(access):\(key)", "a/\(access).env"), leak("Generic", word, "", word),
        leak("URI", "https://u:\(uri)@h.example", "", "b.env"), log,
      ]
    )
  }

  private mutating func addTruffleHog3() {
    let (word, key, pem) = (secrets.word(), secrets.key(), secrets.privateKey())
    func leak(_ secret: String, _ path: String) -> [String: Any] {
      [
        "rule": [
          "id": "high-entropy", "message": "High entropy: \(secret)", "severity": "MEDIUM",
          "pattern": secret,
        ],
        "path": path, "line": "2", "secret": secret, "id": secret, "branch": "main",
        "message": "Use \(secret)", "author": secret, "commit": "5f0c", "date": "2026-11-01",
        "context": ["1": "# \(secret)", "2": "password = '\(secret)'"],
      ]
    }
    add(
      "more/secrets/trufflehog3/trufflehog3.json",
      [leak(word, "\(word).py"), leak(key, "a.py"), leak(pem, "b.pem")]
    )
    add(
      "old/secrets/trufflehog3/trufflehog.json",
      [
        [
          "branch": "origin/main", "commit": "Use \(word)", "commitHash": "5f0c",
          "date": "2026-11-01 00:00:00", "diff": "+ password = \(word)", "path": "k/\(key).py",
          "printDiff": "+ a = \(word)\n+ b = \(key)", "reason": "Password in \(word)",
          "stringsFound": [word, key, pem],
        ]
      ]
    )
  }

  private mutating func addGGShield() {
    let (word, key, token, hash) = (
      secrets.word(), secrets.key(), secrets.token(), secrets.hexadecimal(64)
    )
    func incident(_ match: String, _ rest: [String: Any]) -> [String: Any] {
      let occurrence: [String: Any] = [
        "match": match, "type": "apikey", "line_start": 2, "line_end": 2, "index_start": 1,
        "index_end": 9,
      ]
      let incident: [String: Any] = [
        "policy": "Secrets detection", "type": "Generic Password", "validity": "valid",
        "occurrences": [occurrence], "total_occurrences": 1,
        "incident_url": "https://h.example/?token=\(token)",
      ]
      return incident.merging(rest) { first, _ in first }
    }
    let ignored: [String: Any] = ["kind": "ignored_in_config", "detail": "\(word) is a sample"]
    add(
      "more/secrets/ggshield/ggshield.json",
      [
        "id": ".", "type": "path_scan", "total_incidents": 2, "total_occurrences": 2,
        "entities_with_incidents": [
          [
            "mode": "FILE", "filename": "a/\(word).py", "total_incidents": 1,
            "incidents": [incident(word, ["ignore_reason": ignored])],
          ],
          [
            "mode": "FILE", "filename": "a/\(key).py", "total_incidents": 1,
            "incidents": [incident(key, ["ignore_sha": hash, "known_secret": true])],
          ],
        ],
        "errors": [["files": [["mode": "FILE"]], "description": "refused: api_key=\(key)"]],
        "secrets_engine_version": "2.1",
      ]
    )
  }

  private mutating func addGitHub() {
    let (word, key, token) = (secrets.word(), secrets.key(), secrets.token())
    func alert(_ number: Int, _ secret: String, _ state: String) -> [String: Any] {
      [
        "number": number, "state": state, "secret": secret, "secret_type": "acme_key",
        "secret_type_display_name": "Acme Key \(secret)", "validity": "active",
        "html_url": "https://h.example/a/\(number)?token=\(token)", "resolution": "revoked",
        "resolution_comment": "It was \(secret)", "push_protection_bypass_request_comment": secret,
        "publicly_leaked": true, "repository": ["full_name": "acme/shop", "description": secret],
        "first_location_detected": [
          "path": "k/\(secret).txt", "start_line": 1, "end_line": 1, "start_column": 3,
          "commit_sha": "5f0c", "blob_url": "https://h.example/\(secret)",
        ],
      ]
    }
    add(
      "more/secrets/github/github-secret-scanning.json",
      [alert(1, word, "resolved"), alert(2, key, "open"), alert(3, token, "open")]
    )
  }

  private mutating func addNoseyParker() {
    let (word, key, pem) = (secrets.word(), secrets.key(), secrets.privateKey())
    func entry(_ number: Int, _ groups: [String]) -> [String: Any] {
      let content = groups.joined(separator: ":")
      let match: [String: Any] = [
        "blob_id": "a0c5", "groups": groups, "comment": "\(groups[0]) is a sample",
        "status": number == 0 ? "reject" : "accept", "score": 1,
        "location": [
          "offset_span": ["start": 1, "end": 9],
          "source_span": ["start": ["line": 2, "column": 1], "end": ["line": 2, "column": 9]],
        ],
        "snippet": ["before": "id = \(content)", "matching": content, "after": content],
        "provenance": [["kind": "file", "path": "k/\(groups[0]).txt"]],
        "rule_name": "Generic Password", "match_content": content,
      ]
      return [
        "finding_id": "\(number)", "rule_name": "Generic Password", "rule_text_id": "np.generic.1",
        "groups": groups, "num_matches": 1, "matches": [match], "comment": content,
        "statuses": ["reject"], "mean_score": 1,
      ]
    }
    add(
      "more/secrets/noseyparker/noseyparker.json",
      [entry(0, [word]), entry(1, [key, word]), entry(2, [pem])]
    )
  }

  private mutating func addSecretlint() {
    let (word, key) = (secrets.word(), secrets.key())
    let source = "# é\nlogin = \(word)\nkey = \(key)\n"
    func message(_ secret: String, _ start: Int, _ data: [String: Any]) -> [String: Any] {
      [
        "type": "message", "ruleId": "@secretlint/secretlint-rule-basicauth", "ruleParentId": "p",
        "messageId": "BasicAuth", "message": "found credential: \(secret)", "severity": "error",
        "docsUrl": "https://h.example/?token=\(key)", "data": data, "range": [start, start + 14],
        "loc": ["start": ["line": 2, "column": 8], "end": ["line": 2, "column": 22]],
      ]
    }
    add(
      "more/secrets/secretlint/secretlint.json",
      [
        [
          "filePath": "/a/\(word).env", "sourceContent": source, "sourceContentType": "text",
          "messages": [message(word, 12, ["CREDENTIAL": word])],
        ],
        [
          "filePath": "/a/b.env", "sourceContent": source, "sourceContentType": "text",
          "messages": [message(word, 12, [:])],
        ],
        [
          "filePath": "/a/c.env", "sourceContent": source, "sourceContentType": "text",
          "messages": [message(key, 900, ["KEY": key, "typeName": "x"])],
        ],
      ]
    )
  }

  private mutating func addTalisman() {
    let (word, key, token) = (secrets.word(), secrets.key(47), secrets.token())
    func failure(_ message: String) -> [String: Any] {
      ["type": "filecontent", "message": message, "severity": "high", "commits": ["5f0c"]]
    }
    add(
      "more/secrets/talisman/talisman.json",
      [
        "summary": ["types": ["filecontent": 4, "filesize": 0, "filename": 0]],
        "results": [
          [
            "filename": "a.env",
            "failure_list": [
              failure("Potential secret pattern : \(word)"),
              failure("Potential secret pattern : login with \(word) or else it does not work..."),
              failure("Expected file to not to contain base64 encoded texts such as: \(key)..."),
            ],
            "warning_list": [failure("Potential secret pattern : x \(token)")],
            "ignore_list": [failure("Potential secret pattern : login \(word)")],
          ]
        ],
      ]
    )
  }

  private mutating func addWhispers() {
    let values = [secrets.word(), secrets.key(), secrets.token(), secrets.password()]
    let leaks = values.enumerated().map { number, secret -> [String: Any] in
      [
        "key": number == 1 ? "key_\(secret)" : "password", "value": secret, "rule_id": "password",
        "message": "Password \(secret)", "severity": "CRITICAL", "line": number,
        "file": "k/\(secret).yml",
      ]
    }
    add("more/secrets/whispers/whispers.json", leaks)
  }

  private mutating func addKingfisher() {
    let values = [secrets.word(), secrets.key(), secrets.webToken(), secrets.privateKey()]
    let records = values.enumerated().map { number, secret -> [String: Any] in
      [
        "rule": ["id": "kingfisher.acme.1", "name": "Acme", "description": "As in \(secret)"],
        "finding": [
          "snippet": secret, "fingerprint": secret, "confidence": "medium", "entropy": "4.2",
          "validation": ["status": "Active Credential", "response": "{\"token\":\"\(secret)\"}"],
          "language": "Text", "line": number + 1, "column_start": 2, "column_end": 9,
          "path": "k/\(number).txt", "encoding": secret,
          "git_metadata": [
            "repository_url": "https://u:\(secret)@h.example/a",
            "commit": [
              "id": "5f0c", "committer": ["name": secret, "email": secret], "message": secret,
            ],
            "file": ["path": number == 3 ? "k.pem" : "\(secret)/k.txt"],
          ],
        ],
      ]
    }
    add(
      "more/secrets/kingfisher/kingfisher.json",
      [
        "findings": records,
        "metadata": ["kingfisher_version": "2.14", "summary": ["findings": 4]],
      ]
    )
  }
}
