import Foundation
import TestSupport
import Testing

/// The servers that stand in for trackers and Slack, compared with what is known of the real ones.
struct TrackerServersTests {
  private static let specifications = Checkout.specifications.appendingPathComponent("atlassian")

  @Test(
    "the clients that people use find what they find at the real ones",
    .enabled(if: Checkout.runs(with: "jirashell"), "`make test` installs the clients")
  )
  func realClients() throws {
    try check("check_with_clients.py")
  }

  @Test(
    "requests and answers are as Atlassian's documents say",
    .enabled(if: Checkout.has(specifications), "Atlassian's documents are not at hand"),
    .enabled(if: Checkout.runs(with: "jirashell"), "`make test` installs the clients")
  )
  func officialDocuments() throws {
    try check("check_specifications.py", Self.specifications.path)
  }

  private func check(_ name: String, _ arguments: String...) throws {
    let folder = Checkout.root.appendingPathComponent("Tests/TrackerServers")
    let process = Process()
    process.executableURL = Checkout.tool("python3")
    process.arguments =
      ["-B", "-W", "ignore", folder.appendingPathComponent(name).path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: output, as: UTF8.self))")
  }
}
