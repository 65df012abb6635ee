internal import Findings

/// What one gate of a policy says of an image.
struct AnchoreGateOutput {
  var gate: String
  var trigger: String
  /// The trigger's id, which stays as long as the output does.
  var id: String
  var text: String
  /// `stop`, `warn` or `go`.
  var action: String
  var tag: String
  var isWhitelisted = false

  /// The finding: gates have actions, only vulnerabilities have severities.
  var finding: Finding {
    let first = text.prefix { !$0.isWhitespace }
    let severity = first == first.uppercased() ? Severity(word: String(first)) : .unknown
    let rule = MarkdownText.line("\(gate)/\(trigger)", limit: 200)
    var location = Location()
    location.image = tag.isEmpty ? nil : MarkdownText.line(tag)
    return Finding(
      rule: Rule(id: rule),
      severity: severity,
      scannerSeverity: severity == .unknown ? action : String(first),
      title: MarkdownText.line(text),
      location: location,
      identity: .image(
        advisory: id,
        package: Package(ecosystem: "", name: rule),
        repository: ImageName.repository(of: tag),
        target: gate
      ),
      identifiers: IdentifierSet(id.split(separator: "+").prefix(1).map(String.init)).sorted,
      suppression: isWhitelisted ? Suppression(justification: "on a whitelist") : nil
    )
  }
}
