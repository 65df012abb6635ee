// Reports of linters, and layouts that many tools share.
extension SecretReports {
  mutating func addLinters() {
    addShell()
    addZizmor()
    addCodeClimate()
    addCheckstyle()
  }

  private mutating func addShell() {
    let (key, token, password) = (secrets.key(), secrets.token(), secrets.password())
    let messages = [
      "Use $TOKEN, not token=\(token)", "Quote 'curl -u x:\(token)'",
      "Use https://u:\(password)@h.example", "API_KEY=\"\(key)\" appears unused",
    ]
    let comments = messages.enumerated().map { number, message -> [String: Any] in
      [
        "file": "a.sh", "line": number + 1, "endLine": number + 1, "column": 1, "endColumn": 9,
        "level": "warning", "code": 2034, "message": message,
        "fix": ["replacements": [["replacement": "\"\(token)\"", "line": 1]]],
      ]
    }
    add("more/sast/shellcheck/shellcheck.json", ["comments": comments])

    var rows = messages.enumerated().map { number, message -> [String: Any] in
      [
        "file": "Dockerfile", "line": number + 1, "column": 1, "level": "error",
        "code": number == 1 ? "SC2034" : "DL3008", "message": message,
      ]
    }
    rows.append([
      "file": "b/Dockerfile", "line": 1, "column": 1, "level": "error", "code": "DL1000",
      "message": "unexpected 'E' in ENV API_TOKEN=\(token), expecting ARG",
    ])
    add("more/iac/hadolint/hadolint.json", rows)
  }

  private mutating func addZizmor() {
    let (word, token) = (secrets.word(), secrets.token())
    let location: [String: Any] = [
      "symbolic": [
        "kind": "Primary", "annotation": "password: \"\(word)\" is here, or \(token)",
        "key": ["Local": ["verbatim_path": ".github/workflows/a.yml", "prefix": "."]],
        "route": ["route": [["Key": "jobs"], ["Key": "token \(token)"], ["Index": 0]]],
      ],
      "concrete": [
        "location": [
          "start_point": ["row": 3, "column": 2], "end_point": ["row": 4, "column": 9],
        ], "feature": "password: \(word)\ntoken: \(token)", "comments": ["# \(word)"],
      ],
    ]
    add(
      "more/sast/zizmor/zizmor.json",
      [
        [
          "ident": "hardcoded-container-credentials", "desc": "credentials such as \(token)",
          "url": "https://h.example/?token=\(token)", "ignored": false, "locations": [location],
          "determinations": ["confidence": "High", "severity": "High", "persona": "Regular"],
        ]
      ]
    )
  }

  private mutating func addCodeClimate() {
    let (word, key, token, password) = (
      secrets.word(), secrets.key(), secrets.token(), secrets.password()
    )
    let code = "Line: pw = '\(word)', or api_key = \"\(key)\""
    func issue(_ check: String, _ text: String, _ line: Int, body: String? = nil)
      -> [String: Any]
    {
      [
        "type": "issue", "check_name": check, "description": text, "severity": "major",
        "categories": ["Security"], "fingerprint": "f\(line)\(token)",
        "location": ["path": "a.py", "lines": ["begin": line, "end": line]],
        "content": ["body": body ?? code],
        "url": "https://u:\(password)@h.example/?token=\(token)",
      ]
    }
    add(
      "more/sast/acme/code-climate.json",
      [
        issue("hardcoded-password", "Do not write '\(word)' in code", 1),
        issue("generic-api-key", "generic-api-key found \(password) in a.py", 2),
        issue("call", "Call with token=\(token)", 3, body: "api_key = \"\(key)\""),
        issue("url", "https://u:\(password)@h/x", 4, body: "Bearer \(token)"),
        issue("random", "The value \(key) looks random", 5, body: "ENV DB_PASSWORD=\(word)"),
      ]
    )
    let lint = issue("no-log-password[a]", "password: \"\(password)\" would be logged", 6)
    add(
      "more/iac/ansible-lint/ansible-lint.json",
      [
        lint.merging(["url": "https://docs.h.example/projects/lint/rules/?token=\(token)"]) { $1 },
        issue("load-failure[not-found]", "Failed to load https://u:\(password)@h.example/a", 7)
          .merging(["url": "https://docs.h.example/projects/lint/"]) { $1 },
      ]
    )
  }

  private mutating func addCheckstyle() {
    let (word, key, token, password) = (
      secrets.word(), secrets.key(), secrets.token(), secrets.password()
    )
    let errors = [
      ("acme.hardcoded-password", "Do not write '\(word)' in code"),
      ("acme.detected-secret", "Found \(password) here"), ("acme.call", "Call with token=\(token)"),
      ("acme.url", "See https://u:\(password)@h.example"), ("", "The value \(key) looks random"),
    ].enumerated().map { number, error in
      "<error line='\(number + 1)' column='1' severity='error' source='\(error.0)'"
        + " message=\"\(error.1)\"/>"
    }
    reports.append(
      (
        "more/sast/checkstyle/checkstyle.xml",
        """
        <?xml version="1.0"?><checkstyle version="4.3"><file name="a.py">
        \(errors.joined(separator: "\n"))
        </file><file name="b.py"><exception>token=\(token), password '\(word)'</exception></file>
        </checkstyle>
        """
      )
    )
  }
}
