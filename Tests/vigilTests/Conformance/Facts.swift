/// Everything that a reading's findings say of where they are and what they are called.
struct Facts: Sendable {
  private var places = FactIndex()
  private var lines = FactIndex()
  private var names: Set<String> = []
  private var packages = FactIndex()
  private var versions = FactIndex()

  init(_ reading: ProgramReading) {
    for finding in reading.findings {
      for place in finding.places {
        places.insert(place)
        if let line = finding.line { lines.insert(place, "\(line)") }
      }
      names.formUnion(finding.identifiers.map { $0.uppercased() })
      names.insert(finding.rule.uppercased())
      guard let package = finding.package else { continue }
      packages.insert(package)
      if let version = finding.version { versions.insert(package, version) }
    }
  }

  /// What the reference says of a finding, and whether ours say it too.
  func compare(
    _ finding: ListedFinding
  ) -> [(subject: Comparison.Subject, value: String, isThere: Bool)] {
    var facts: [(subject: Comparison.Subject, value: String, isThere: Bool)] = []
    if let path = finding.path {
      facts.append((.paths, path, places.contains(path)))
      if let line = finding.line {
        facts.append((.lines, "\(path):\(line)", lines.contains(path, "\(line)")))
      }
    }
    for name in finding.advisories {
      facts.append((.advisories, name, names.contains(name.uppercased())))
    }
    if let weakness = finding.weakness {
      facts.append((.weaknesses, weakness, names.contains(weakness)))
    }
    if let component = finding.component {
      facts.append((.components, component, packages.contains(component)))
      if let version = finding.version {
        facts.append(
          (.versions, "\(component) \(version)", versions.contains(component, version))
        )
      }
    }
    return facts
  }
}
