import Dashboards
import Findings
import Foundation
import Services
import TestSupport
import Testing

@Suite struct SiteFolderTests {
  private func write(_ files: [(String, String)], to folder: TemporaryFolder) throws {
    try SiteFolder(root: folder("site")).write { (sink) throws(Problem) in
      for (path, text) in files { try sink(Page(path: path, bytes: Array(text.utf8))) }
    }
  }

  private func files(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder("site")).sorted()
  }

  private func text(_ name: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOfFile: folder("site/\(name)"), encoding: .utf8)
  }

  @Test func piecesOfOneFileFollowEachOther() throws {
    let folder = try TemporaryFolder()
    try write([("a/index.html", "one "), ("a/index.html", "two"), ("b.csv", "three")], to: folder)
    #expect(try text("a/index.html", in: folder) == "one two")
    #expect(try files(in: folder) == ["SHA256SUMS", "a", "a/index.html", "b.csv"])
  }

  @Test func theManifestIsWhatSha256sumChecks() throws {
    let folder = try TemporaryFolder()
    try write([("b.txt", "b"), ("a.txt", "a"), ("odd name.txt", "")], to: folder)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = ["--check", "--strict", "--quiet", "SHA256SUMS"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder("site"))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try text("SHA256SUMS", in: folder).split(separator: "\n").count == 3)
  }

  @Test func whatAnEarlierRunWroteAndThisOneDidNotIsRemoved() throws {
    let folder = try TemporaryFolder()
    try write([("index.html", "1"), ("old/page.html", "1"), ("kept.html", "1")], to: folder)
    try folder.write("mine", to: "site/mine.txt")
    try write([("index.html", "2"), ("kept.html", "2")], to: folder)
    #expect(try files(in: folder) == ["SHA256SUMS", "index.html", "kept.html", "mine.txt"])
    #expect(try text("kept.html", in: folder) == "2")
  }

  @Test func pagesThatAreNotOursAreNotOverwritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("somebody's", to: "site/index.html")
    let problem = #expect(throws: Problem.self) { try write([("index.html", "ours")], to: folder) }
    #expect(problem?.hint == "choose another folder for the output")
    #expect(try text("index.html", in: folder) == "somebody's")
  }

  @Test func aForgedManifestRemovesNothingElsewhere() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "precious.txt")
    let zeros = String(repeating: "0", count: 64)
    try folder.write("\(zeros)  ../precious.txt\n\(zeros)  /etc/none\nx\n", to: "site/SHA256SUMS")
    try write([("index.html", "1")], to: folder)
    #expect(FileManager.default.fileExists(atPath: folder("precious.txt")))
  }

  @Test func aBodyThatFailsLeavesWhatWasThere() throws {
    let folder = try TemporaryFolder()
    try write([("index.html", "1"), ("page.html", "1")], to: folder)
    #expect(throws: Problem.self) {
      try SiteFolder(root: folder("site")).write { (sink) throws(Problem) in
        try sink(Page(path: "index.html", bytes: Array("2".utf8)))
        throw Problem(file: "page.html", problem: "no")
      }
    }
    #expect(try text("page.html", in: folder) == "1")
  }
}
