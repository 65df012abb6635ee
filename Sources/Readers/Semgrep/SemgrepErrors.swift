internal import Syntax

/// What Semgrep says of the run itself.
enum SemgrepErrors {
  /// Adds failure and gaps: an error or warning means that some file or rule was left out.
  static func outcome(of root: JSON, to reading: inout Reading) throws(SyntaxError) {
    let errors = try root.requiredArray("errors").elements.filter { error in
      let level = error["level"].string
      return level != "info" && level != "note"
    }
    let skipped = try root.optionalArray("skipped_rules").count
    if skipped > 0 { reading.gaps.append("\(skipped) rules were skipped") }
    let unread = root["paths"]["skipped"].elements.filter { path in
      path["reason"].equals("analysis_failed_parser_or_internal_error")
    }.count
    if unread > 0 { reading.gaps.append("\(unread) files could not be analysed") }
    guard let first = errors.first else { return }
    let others = errors.count > 1 ? " (and \(errors.count - 1) more errors)" : ""
    let sentence = describe(first) + others
    let isFatal = first["level"].equals("error") && reading.findings.isEmpty
    if isFatal && reading.coveredPaths?.isEmpty != false {
      reading.failure = sentence
    } else {
      reading.gaps.append(sentence)
    }
  }

  /// The error's kind and file; its message may quote code.
  private static func describe(_ error: JSON) -> String {
    let kind = error["type"].string ?? error["type"][0].string ?? "error"
    guard let path = error["path"].nonEmpty else { return MarkdownText.line(kind, limit: 100) }
    return MarkdownText.line("\(kind) in \(PathNormalisation.normalised(path))")
  }
}
