internal import Findings
internal import Syntax

// What an entry of a list means.
extension MobSFSection {
  @Sendable static func manifest(_ entry: JSON) throws(SyntaxError) -> [CodeResult] {
    let title = try entry.requiredString("title")
    let name = entry["name"].nonEmpty ?? title
    let word = try entry.requiredString("severity", or: "stat")
    var result = result(entry["rule"].nonEmpty ?? name, title, word, path: "AndroidManifest.xml")
    result.message = MarkdownText.clean(
      html: entry["description"].string ?? entry["desc"].string
    )
    result.location.logical = entry["component"].strings.joined(separator: " ").nonEmpty
    return [result]
  }

  /// Severity, description and, since version 3.4, a title.
  @Sendable static func certificate(_ entry: JSON) throws(SyntaxError) -> [CodeResult] {
    guard let word = entry[0].string, let text = entry[1].string else {
      throw entry.error("expected a severity and a description")
    }
    var result = result("certificate \(entry[2].string ?? text)", entry[2].string ?? text, word)
    result.message = text
    return [result]
  }

  @Sendable static func network(_ entry: JSON) throws(SyntaxError) -> [CodeResult] {
    let text = try entry.requiredString("description")
    let name = entry["issue"].nonEmpty ?? text
    var result = result("network \(name)", name, try entry.requiredString("severity", or: "status"))
    result.message = text
    result.location.logical = entry["scope"].strings.joined(separator: " ").nonEmpty
    return [result]
  }

  /// A binary with a check for each way to harden it.
  @Sendable static func binary(_ entry: JSON) throws(SyntaxError) -> [CodeResult] {
    let path = try entry.requiredString("name")
    var results: [CodeResult] = []
    for (check, facts) in entry.members where facts.isObject {
      let text = try facts.requiredString("description")
      // What is as it should be is told as info.
      let word = try facts.requiredString("severity")
      var result = result("binary \(check)", text.firstSentence, word == "info" ? "good" : word)
      result.location.path = path
      result.message = text
      results.append(result)
    }
    return results
  }

  @Sendable static func file(_ entry: JSON) throws(SyntaxError) -> [CodeResult] {
    let name = try entry.requiredString("finding")
    return try entry.requiredArray("files").strings.map { result(name, name, nil, path: $0) }
  }

  @Sendable static func firebase(_ entry: JSON) throws(SyntaxError) -> [CodeResult] {
    let url = try entry.requiredString("url")
    guard entry["open"].bool == true else { return [] }
    var result = result("firebase-open", "The Firebase database is open", "high")
    result.location.url = EndpointURL(url).display
    return [result]
  }
}
