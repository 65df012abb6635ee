internal import Findings

/// What the findings of one of Trivy's results were found in.
struct TrivySubject {
  /// The image with its tag; empty where it was no image.
  var image = ""
  /// The image without its tag.
  var repository = ""
  /// The cluster, where it was one.
  var cluster = ""
  /// The object in the cluster; nil where it was none.
  var object: String?

  /// Files.
  init() {}

  /// An image, perhaps as an object of a cluster uses it.
  ///
  /// Trivy prints `name:tag (debian 12.5)` where it has nothing but the target.
  init(image: String, cluster: String = "", object: String? = nil) {
    self.image = image.firstRange(of: " (").map { String(image[..<$0.lowerBound]) } ?? image
    repository = ImageName.repository(of: self.image)
    self.cluster = cluster
    self.object = object
  }

  /// What identifies a package's finding here.
  func identity(of advisory: String, _ package: Package, in path: String) -> Identity {
    if let object {
      let parts = [
        "cluster", advisory, package.ecosystem, package.name, cluster, object, repository,
      ]
      return Identity(parts, at: Place(path: path))
    }
    if image.isEmpty {
      return .dependency(advisory: advisory, package: package, manifest: path)
    }
    return .image(advisory: advisory, package: package, repository: repository, target: path)
  }

  /// What identifies a failed check here.
  func identity(ofCheck check: String, resource: String?, at place: Place) -> Identity {
    guard let object else { return .resource(rule: check, address: resource, at: place) }
    var identity = Identity.cluster(check: check, cluster: cluster, object: object)
    identity.place.line = place.line
    identity.place.snippet = place.snippet
    return identity
  }

  /// A location here.
  func location(path: String?) -> Location {
    var location = Location(path: path)
    location.image = image.isEmpty ? nil : image
    location.cluster = cluster.isEmpty ? nil : cluster
    location.resource = object
    return location
  }
}
