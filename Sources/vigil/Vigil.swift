internal import ArgumentParser

/// The command line.
@main
struct Vigil: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vigil",
    abstract: "Keeps watch over a company's security scanners."
  )
}
