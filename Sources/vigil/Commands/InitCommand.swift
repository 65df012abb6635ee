internal import ArgumentParser
internal import Findings
internal import Services

/// `vigil init`: a configuration to start from.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented vigil.yml to start from.",
    discussion: """
      EXAMPLES
        vigil init
        vigil init ci/vigil.yml
      """
  )

  @Argument(help: "The file to write; one that exists is left alone.", completion: .file())
  var file = "vigil.yml"

  func run() async throws {
    try await failing { () throws(Problem) in
      let (folder, name) = LocalFile.split(file)
      let store = FolderStore(root: folder, mustExist: false)
      let text = Configuration.template
      guard try await store.create(key: name, bytes: Array(text.utf8)) else {
        throw Problem(file: file, problem: "exists already, and was left alone")
      }
    }
    Output.print("wrote \(file); check it with: vigil run --config \(file) --check-config")
  }
}
