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
      at: Place(path: manifest)
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
      at: Place(path: target)
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
