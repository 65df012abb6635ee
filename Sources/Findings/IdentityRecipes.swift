// One recipe a category: which parts are key and which are place.
extension Identity {
  /// Static analysis: the rule is the key; path, code, surrounding block and line are the place.
  public static func code(rule: String, at place: Place) -> Identity {
    Identity(["code", rule], at: place)
  }

  /// Infrastructure as code: rule and resource address are the key, the file is the place.
  ///
  /// Without an address the rule alone is the key, as for code.
  public static func resource(rule: String, address: String?, at place: Place) -> Identity {
    Identity(["resource", rule, address ?? ""], at: place)
  }

  /// A secret: detector and keyed digest of the value are the key, the file is the place.
  ///
  /// Without a digest (the report is redacted) the detector alone is the key.
  public static func secret(rule: String, digest: String?, at place: Place) -> Identity {
    Identity(["secret", rule, digest ?? ""], at: place)
  }

  /// A vulnerable dependency: canonical advisory and package without version; the manifest is the
  /// place.
  public static func dependency(
    advisory: String,
    package: Package,
    manifest: String
  ) -> Identity {
    Identity(
      ["dependency", advisory, package.ecosystem, package.name],
      at: Place(path: path(manifest, of: package))
    )
  }

  /// A vulnerable package in an image: advisory, package, repository without tag or digest; the
  /// target inside the image is the place.
  public static func image(
    advisory: String,
    package: Package,
    repository: String,
    target: String
  ) -> Identity {
    Identity(
      ["image", advisory, package.ecosystem, package.name, repository],
      at: Place(path: path(target, of: package))
    )
  }

  /// A dynamic test: rule, method, path template and parameter; the concrete URL is the place.
  public static func endpoint(
    rule: String,
    method: String,
    template: String,
    parameter: String,
    url: String
  ) -> Identity {
    Identity(["endpoint", rule, method, template, parameter], at: Place(path: url))
  }

  /// A cloud audit: check, account, region and resource.
  public static func cloud(
    check: String,
    account: String,
    region: String,
    resource: String
  ) -> Identity {
    Identity(["cloud", check, account, region, resource], at: Place(path: resource))
  }

  /// A Kubernetes audit: check, cluster, and the object as `namespace/kind/owner` or a node's role.
  public static func cluster(check: String, cluster: String, object: String) -> Identity {
    Identity(["cluster", check, cluster, object], at: Place(path: object))
  }
}

extension Identity {
  /// A path without the package's version, which stands in the names of archives: an update of
  /// `lib/parser-1.2.3.jar` leaves its place what it was, `lib/parser-*.jar`.
  private static func path(_ path: String, of package: Package) -> String {
    guard let version = package.version, version.utf8.contains(UInt8(ascii: ".")),
      path.utf8.contains(where: isDigit)
    else { return path }
    var result = ""
    var rest = path[...]
    while let found = rest.utf8.firstRange(of: version.utf8) {
      let before = rest[..<found.lowerBound]
      let isWhole =
        !(before.utf8.last.map(isPartOfVersion) ?? false)
        && !continues(rest[found.upperBound...])
      result += before + (isWhole ? "*" : version[...])
      rest = rest[found.upperBound...]
    }
    return result + rest
  }

  /// Whether a version goes on: with a letter or a digit, or with one behind a dot.
  private static func continues(_ rest: Substring) -> Bool {
    guard let first = rest.utf8.first else { return false }
    if first == UInt8(ascii: ".") { return rest.utf8.dropFirst().first.map(isDigit) ?? false }
    return isPartOfVersion(first)
  }

  private static func isPartOfVersion(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ".") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
