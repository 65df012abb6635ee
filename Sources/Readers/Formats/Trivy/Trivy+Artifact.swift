internal import Findings
internal import Syntax

extension Trivy {
  /// The findings of a bare list of results, which was all until version 0.20.
  static func legacy(_ results: JSON.Elements?) throws(SyntaxError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    var rules = TrivyRules()
    for result in results.map(Array.init) ?? [] {
      let isSystem = result["Target"].string.map { $0.hasSuffix(")") } ?? false
      if isSystem { reading.category = .container }
      let subject = isSystem ? TrivySubject(image: result["Target"].string ?? "") : TrivySubject()
      reading.add(result, of: subject, &rules)
    }
    return reading
  }

  /// The findings of an image, a folder or a repository.
  static func artifact(_ root: JSON) throws(SyntaxError) -> Reading {
    var reading = Reading(
      scanner: format.name,
      version: root["Trivy"]["Version"].nonEmpty,
      category: .dependency
    )
    let results = try root.strictArray("Results")
    var subject = TrivySubject()
    if root["ArtifactType"].equals("container_image") {
      subject = TrivySubject(image: image(root))
      reading.category = .container
      reading.target = subject.repository
    } else {
      reading.category = category(of: results)
    }
    var rules = TrivyRules()
    for result in results.elements { reading.add(result, of: subject, &rules) }
    return reading
  }

  /// The image as it was named: a saved image's file is no name, so its tag is taken.
  private static func image(_ root: JSON) -> String {
    let name = root["ArtifactName"].string ?? ""
    let tag = root["Metadata"]["RepoTags"][0].nonEmpty
    return name.hasSuffix(".tar") || name.isEmpty ? tag ?? name : name
  }

  /// What was looked for, if that was not packages.
  private static func category(of results: JSON) -> Category {
    let classes = Set(results.elements.compactMap { $0["Class"].string })
    if classes.contains("lang-pkgs") || classes.contains("os-pkgs") { return .dependency }
    if classes.contains("config") { return .iac }
    return classes.contains("secret") ? .secrets : .dependency
  }
}
