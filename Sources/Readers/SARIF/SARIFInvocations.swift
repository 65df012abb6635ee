internal import Syntax

/// What a run says of its own success (SARIF §3.20).
enum SARIFInvocations {
  /// Adds failure and gaps.
  static func outcome(of run: JSON, to reading: inout Reading) {
    let invocations = run["invocations"]
    if invocations.exists && !invocations.isArray {
      reading.gaps.append("what the scanner says of its success cannot be read")
    }
    for invocation in invocations.elements {
      let success = invocation["executionSuccessful"]
      if success.bool == false {
        reading.failure = reading.failure ?? failure(of: invocation)
      } else if success.bool == nil {
        reading.gaps.append("the scanner does not say whether it succeeded")
      }
      for key in ["toolExecutionNotifications", "toolConfigurationNotifications"] {
        notifications(invocation[member: key], to: &reading)
      }
    }
  }

  private static func failure(of invocation: JSON) -> String {
    let details = [
      invocation["exitCode"].int.map { "exit code \($0)" },
      invocation["exitCodeDescription"].nonEmpty, invocation["exitSignalName"].nonEmpty,
      invocation["processStartFailureMessage"].nonEmpty,
    ].compactMap { $0 }
    let sentence = "the scanner says it failed"
    return details.isEmpty
      ? sentence : MarkdownText.line("\(sentence): \(details.joined(separator: ", "))")
  }

  /// Notifications of level error: the first is quoted, the others counted.
  private static func notifications(_ notifications: JSON, to reading: inout Reading) {
    let errors = notifications.elements.filter { $0["level"].equals("error") }
    guard let first = errors.first else { return }
    let text = first["message"]["text"].nonEmpty ?? first["descriptor"]["id"].nonEmpty ?? "an error"
    let others = errors.count > 1 ? " (and \(errors.count - 1) more errors)" : ""
    reading.gaps.append(MarkdownText.line(text, limit: 200) + others)
  }
}
