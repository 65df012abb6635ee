internal import Markdown

extension MarkdownDocument {
  /// The text alone, until there is a writer for mrkdwn.
  func mrkdwn(limit: Int) -> String {
    var output = ""
    for scalar in plainText.unicodeScalars {
      let piece =
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        default: String(scalar)
        }
      if output.utf16.count + piece.utf16.count > limit { break }
      output += piece
    }
    return output
  }
}
