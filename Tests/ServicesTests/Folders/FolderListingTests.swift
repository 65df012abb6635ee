import Findings
import Foundation
import Glibc
import Pipeline
import Services
import TestSupport
import Testing

@Suite struct FolderListingTests {
  private let folder: TemporaryFolder
  private let store: FolderStore

  init() throws {
    folder = try TemporaryFolder()
    store = FolderStore(root: folder.path, mustExist: true)
  }

  private func keys(prefix: String = "") async throws -> [String] {
    try await store.list(prefix: prefix).objects.map(\.key)
  }

  @Test func filesAreListedInUTF8Order() async throws {
    let names = ["b/x.json", "a b+c=d.json", "Z.json", "a.json", "a/1.json", "\u{E9}.json"]
    for name in names { try folder.write("{}", to: name) }
    #expect(
      try await keys() == [
        "Z.json", "a b+c=d.json", "a.json", "a/1.json", "b/x.json", "\u{E9}.json",
      ]
    )
  }

  @Test func twoSpellingsOfOneNameAreTwoFiles() async throws {
    try folder.write("1", to: "\u{E9}")
    try folder.write("22", to: "e\u{301}")
    let objects = try await store.list(prefix: "").objects
    #expect(objects.map(\.size) == [2, 1])
    for object in objects { #expect(try await store.read(object).count == object.size) }
  }

  @Test func aPrefixSelectsAndNeedNotEndAtASlash() async throws {
    for name in ["web/1", "web/2/3", "webshop/1", "other"] { try folder.write("", to: name) }
    #expect(try await keys(prefix: "web") == ["web/1", "web/2/3", "webshop/1"])
    #expect(try await keys(prefix: "web/") == ["web/1", "web/2/3"])
    #expect(try await keys(prefix: "web/2") == ["web/2/3"])
    #expect(try await keys(prefix: "nothing/there/") == [])
    #expect(try await keys(prefix: "../") == [])
  }

  @Test func aFolderNamedLikeAReportIsAFolder() async throws {
    try folder.write("{}", to: "report.json/inner.json")
    #expect(try await keys() == ["report.json/inner.json"])
  }

  @Test func aFolderThatDoesNotExistIsAProblem() async throws {
    let store = FolderStore(root: folder("none"), mustExist: true)
    await #expect(throws: Problem.self) { try await store.list(prefix: "") }
    let history = FolderStore(root: folder("none"), mustExist: false)
    #expect(try await history.list(prefix: "").objects == [])
    #expect(try await history.read(key: "head.json") == nil)
  }

  @Test func aFileInPlaceOfTheFolderIsAProblem() async throws {
    try folder.write("", to: "file")
    let store = FolderStore(root: folder("file"), mustExist: false)
    await #expect(throws: Problem.self) { try await store.list(prefix: "") }
  }

  @Test func aLinkOutOfTheFolderIsSetAside() async throws {
    let outside = try TemporaryFolder()
    try outside.write("secret", to: "secret.json")
    try folder.link("file.json", to: outside("secret.json"))
    try folder.link("folder", to: outside.path)
    try folder.link("up", to: "..")
    try folder.write("{}", to: "sound.json")
    let listing = try await store.list(prefix: "")
    #expect(listing.objects.map(\.key) == ["sound.json"])
    #expect(
      listing.problems.map(\.file) == ["file.json", "folder", "up"].map(folder.callAsFunction)
    )
    #expect(listing.problems.allSatisfy { $0.problem.contains("leads out") })
  }

  @Test func aLinkInsideTheFolderIsFollowed() async throws {
    try folder.write("{}", to: "runs/1/report.json")
    try folder.link("latest", to: "runs/1")
    try folder.link("one.json", to: folder("runs/1/report.json"))
    let listing = try await store.list(prefix: "")
    #expect(
      listing.objects.map(\.key) == ["latest/report.json", "one.json", "runs/1/report.json"]
    )
    #expect(listing.problems.isEmpty)
    for object in listing.objects { #expect(try await store.read(object) == Array("{}".utf8)) }
  }

  @Test func linksInACircleEnd() async throws {
    try folder.write("{}", to: "a/report.json")
    try folder.link("a/again", to: ".")
    try folder.link("a/up", to: "..")
    try folder.link("this", to: "that")
    try folder.link("that", to: "this")
    try folder.link("nothing", to: "nowhere")
    let listing = try await store.list(prefix: "")
    #expect(listing.objects.map(\.key) == ["a/report.json"])
    #expect(listing.problems.count == 5)
  }

  @Test func manyLinksMakeNoExponentialWalk() async throws {
    for level in 0..<40 {
      try folder.write("{}", to: "\(level)/report.json")
      for link in ["x", "y"] {
        try folder.link("\(level)/\(link)", to: "../\((level + 1) % 40)")
      }
    }
    #expect(try await store.list(prefix: "").objects.count == 40 * 3)
  }

  @Test func pipesAndSocketsAreNeverOpened() async throws {
    #expect(mkfifo(folder("pipe.json"), 0o600) == 0)
    try folder.link("linked.json", to: "pipe.json")
    try folder.write("{}", to: "sound.json")
    let listing = try await store.list(prefix: "")
    #expect(listing.objects.map(\.key) == ["sound.json"])
    #expect(listing.problems.count == 2)
    let asked = Artifact(key: "pipe.json", size: 0, version: "", modified: Instant(seconds: 0))
    await #expect(throws: Problem.self) { try await store.read(asked) }
    await #expect(throws: Problem.self) { try await store.read(key: "pipe.json") }
  }

  @Test func aNameThatIsNotUTF8IsSetAside() async throws {
    let path = Array(folder.path.utf8CString.dropLast()) + [0x2F, 0x61, CChar(bitPattern: 0xFF), 0]
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    try folder.write("{}", to: "sound.json")
    let listing = try await store.list(prefix: "")
    #expect(listing.objects.map(\.key) == ["sound.json"])
    #expect(listing.problems.map(\.problem) == ["the name is not UTF-8"])
    unlink(path)
  }
}
