internal import Findings

extension Rule {
  /// The rule with its texts cleaned, and of its references those that are links.
  var cleaned: Rule {
    Rule(
      id: MarkdownText.line(id),
      name: MarkdownText.line(name),
      description: MarkdownText.clean(description),
      remediation: MarkdownText.clean(remediation),
      references: Links.among(references)
    )
  }
}
