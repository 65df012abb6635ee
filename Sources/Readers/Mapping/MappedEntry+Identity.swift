internal import Findings
internal import Syntax

extension MappedEntry {
  /// What the finding is recognised by: the fields that the mapping names, else its category's.
  func identity(
    _ rule: String,
    _ advisory: String?,
    _ location: Location,
    saying text: String
  ) throws(SyntaxError) -> Identity {
    let secret = try secret()
    let place = Place(
      path: location.path ?? "",
      line: location.line,
      snippet: secret == nil ? SnippetDigest.of(text) : nil
    )
    if mapping.identity.isEmpty {
      return try standard(rule, advisory, location, secret, at: place)
    }
    var parts = ["mapped"]
    for field in mapping.identity {
      parts.append(try part(field, rule, location, secret))
    }
    return Identity(parts, at: place)
  }

  private func standard(
    _ rule: String,
    _ advisory: String?,
    _ location: Location,
    _ secret: String?,
    at place: Place
  ) throws(SyntaxError) -> Identity {
    let path = location.path ?? ""
    switch (mapping.category, location.package) {
    case (.dependency, let package?):
      return .dependency(advisory: advisory ?? rule, package: package, manifest: path)
    case (.container, let package?):
      let repository = location.image.map(ImageName.repository) ?? ""
      return .image(
        advisory: advisory ?? rule,
        package: package,
        repository: repository,
        target: path
      )
    case (.secrets, _): return .secret(rule: rule, digest: secret, at: place)
    case (.dast, _):
      return .endpoint(
        rule: rule,
        method: location.method ?? "",
        template: try endpoint()?.template ?? "",
        parameter: location.parameter ?? "",
        url: location.url ?? ""
      )
    case (.cloud, _):
      return .cloud(
        check: rule,
        account: location.account ?? "",
        region: location.region ?? "",
        resource: location.resource ?? ""
      )
    case (.kubernetes, _):
      let object = location.resource ?? path
      return .cluster(check: rule, cluster: location.cluster ?? "", object: object)
    default:
      guard let address = location.resource else { return .code(rule: rule, at: place) }
      return .resource(rule: rule, address: address, at: place)
    }
  }

  /// What of a field stays the same run after run.
  private func part(
    _ field: ReportMapping.Field,
    _ rule: String,
    _ location: Location,
    _ secret: String?
  ) throws(SyntaxError) -> String {
    let part: String? =
      switch field {
      case .rule: rule
      case .path: location.path
      case .package: location.package?.name
      case .ecosystem: location.package?.ecosystem
      case .url: try endpoint()?.template
      case .image: location.image.map(ImageName.repository)
      case .secret: secret
      default: try line(field)
      }
    return part ?? ""
  }
}
