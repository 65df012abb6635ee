/// Small reports of scanners.
enum Sample {
  /// Semgrep's report of a finding for each rule.
  static func semgrep(_ rules: [String]) -> String {
    let results = rules.map { rule in
      """
      {"check_id": "\(rule)", "path": "src/\(rule).py",
       "start": {"line": 3, "col": 1}, "end": {"line": 3, "col": 9},
       "extra": {"message": "Avoid \(rule)", "severity": "ERROR", "lines": "\(rule)(x)",
                 "metadata": {}}}
      """
    }
    return """
      {"version": "1.90.0", "errors": [], "paths": {},
       "results": [\(results.joined(separator: ",\n"))]}
      """
  }

  /// A SARIF log of a finding for each rule.
  static func sarif(_ rules: [String], tool: String = "acme") -> String {
    let results = rules.map { rule in
      """
      {"ruleId": "\(rule)", "level": "warning", "message": {"text": "About \(rule)"},
       "locations": [{"physicalLocation": {"artifactLocation": {"uri": "src/\(rule).c"},
                      "region": {"startLine": 7, "snippet": {"text": "\(rule)();"}}}}]}
      """
    }
    return """
      {"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
       "runs": [{"tool": {"driver": {"name": "\(tool)"}},
                 "results": [\(results.joined(separator: ",\n"))]}]}
      """
  }
}
