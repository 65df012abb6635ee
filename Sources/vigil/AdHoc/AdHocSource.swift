internal import Findings
internal import Pipeline
internal import Services

/// The reports under one path of the command line.
struct AdHocSource {
  /// Where they lie.
  var store: any ObjectStore
  /// Each of them.
  private(set) var placed: [PlacedArtifact]
  /// What could not be listed.
  private(set) var problems: [Problem]

  /// The same place with one of its reports.
  func with(only artifact: PlacedArtifact) -> AdHocSource {
    var source = self
    source.placed = [artifact]
    source.problems = []
    return source
  }

  /// Finds the reports.
  init(
    _ path: String,
    layout: Layout?,
    project: String,
    _ environment: [String: String]
  ) async throws(Problem) {
    let isFile = !Place(location: path).isRemote && !FolderStore.isFolder(path)
    if isFile {
      let (folder, name) = LocalFile.split(path)
      store = FolderStore(root: folder, mustExist: true)
      let listing = try await store.list(prefix: name)
      let place = store.place(of: name)
      guard let artifact = listing.objects.first(where: { $0.key == name }) else {
        throw listing.problems.first { $0.file == place }
          ?? Problem(file: path, problem: "does not exist, or is not a file")
      }
      placed = [
        PlacedArtifact(artifact: artifact, placement: Placement(project: project, slot: name))
      ]
      problems = []
    } else {
      store = try Place(location: path).open(mustExist: true, environment: environment)
      let listing = try await store.list(prefix: "")
      var placed: [PlacedArtifact] = []
      for artifact in listing.objects {
        let placement =
          layout?.placement(of: artifact.key)
          ?? Placement(project: project, slot: artifact.key)
        placed.append(PlacedArtifact(artifact: artifact, placement: placement))
      }
      self.placed = placed
      problems = listing.problems
    }
  }
}
